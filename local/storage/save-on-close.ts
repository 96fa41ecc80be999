import { createRequire } from 'node:module';

type Loki = {
  autosave: boolean;
  autosaveDisable(): void;
  autosaveDirty(): boolean;
  /** Calls back once no save is under way. */
  throttledSaveDrain(done: () => void): void;
  saveDatabase(done: (error?: Error) => void): void;
  close(done: (error?: Error) => void): void;
};

/**
 * Has Azurite's databases closed only after all of their data is in their files. LokiJS calls one closed while a save that its timer
 * began is still being written; the end of the process then cuts that off. It also forgets what a request that was under way
 * writes during the last save.
 */
export const saveOnClose = (): void => {
  const require = createRequire(createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'));
  // The cast: the package has no types.
  const { prototype } = require('lokijs') as { prototype: Loki };
  const { close } = prototype;
  prototype.close = function (done) {
    if (!this.autosave) return close.call(this, done);
    this.autosaveDisable();
    const saveRest = (): void => {
      if (this.autosaveDirty()) {
        this.saveDatabase((error) => (error ? done(error) : this.throttledSaveDrain(saveRest)));
      } else {
        close.call(this, done);
      }
    };
    this.throttledSaveDrain(saveRest);
  };
};
