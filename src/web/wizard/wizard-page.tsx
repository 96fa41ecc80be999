import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { useApi } from '../api/api-context.ts';
import { claimQuery, type ReadClaim } from '../api/queries.ts';
import { Comments } from '../claim/comments.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { LoadError } from '../parts/load-error.tsx';
import { Card, PageHead } from '../parts/page.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useWizardWords } from '../words/wizard-words.ts';
import { ConflictDialog } from './draft/conflict-dialog.tsx';
import { DraftContext, fieldId } from './draft/draft-context.ts';
import { useSavedDraft } from './draft/use-saved-draft.ts';
import { LeftOut } from './left-out.tsx';
import { StepForm } from './step-form.tsx';
import { StepList } from './step-list.tsx';
import { isStep, type Step } from './steps.ts';
import { useWizardStyles } from './wizard-styles.ts';

/** One step of a draft. */
export const WizardPage = () => {
  const { id = '', step } = useParams();
  const words = useWizardWords();
  const api = useApi();
  const { data, error, refetch } = useQuery(claimQuery(api, id));
  if (!isStep(step)) return <Navigate to={`/associations/${id}/edit/customer`} replace />;
  if (error && !data) {
    return (
      <>
        <PageHead title={words.newTitle} />
        <LoadError error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (data === undefined) return <ListSkeleton />;
  if (data.claim.status !== 'draft' || !data.claim.allowedActions.includes('edit')) {
    return (
      <>
        <PageHead title={data.claim.name ?? words.unnamed} />
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {words.gone} <RouterLink to={`/associations/${id}`}>{words.toClaim}</RouterLink>
          </MessageBarBody>
        </MessageBar>
      </>
    );
  }
  return <DraftWizard key={id} read={data} step={step} />;
};

const DraftWizard = ({ read, step }: { read: ReadClaim; step: Step }) => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const { claim } = read;
  const { draft, clashes, settle } = useSavedDraft(claim.id, read);
  // Once there, the dialog is closed rather than taken away.
  const [hasClashed, setClashed] = useState(false);
  if (clashes.length > 0 && !hasClashed) setClashed(true);
  return (
    <DraftContext value={draft}>
      <PageHead title={claim.name ?? words.unnamed} lead={claim.customer.name ?? claim.customer.domain} />
      <LeftOut claim={claim} />
      <div className={styles.layout}>
        <StepList step={step} claim={claim} />
        <div className={styles.sheets}>
          <Card>
            <StepForm key={step} id={claim.id} step={step} />
          </Card>
          {step === 'proof' && <Comments claim={claim} fieldId={fieldId('comments')} />}
        </div>
      </div>
      {hasClashed && <ConflictDialog clashes={clashes} onSettle={settle} />}
    </DraftContext>
  );
};
