import type { CreateDeleteEntityAction, TransactionAction, UpdateMode } from '@azure/data-tables';

type Entity = CreateDeleteEntityAction[1];

/**
 * Collects changes of one partition for `submitTransaction`. Replaces the library's own class, which would load the whole library at
 * every start of the app: see `lazy-table.ts`.
 */
export class TableTransaction {
  readonly actions: TransactionAction[] = [];

  createEntity(entity: Entity): void {
    this.actions.push(['create', entity]);
  }
  deleteEntity(partitionKey: string, rowKey: string): void {
    this.actions.push(['delete', { partitionKey, rowKey }]);
  }
  updateEntity(entity: Entity, mode: UpdateMode, options: { etag?: string } = {}): void {
    this.actions.push(['update', entity, mode, options]);
  }
  upsertEntity(entity: Entity, mode: UpdateMode): void {
    this.actions.push(['upsert', entity, mode]);
  }
}
