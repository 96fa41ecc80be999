import { Button, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orThrow } from '../../../../client/result.ts';
import { useApi } from '../../api/api-context.ts';
import { claimKey } from '../../api/queries.ts';
import { saveDownload } from '../../api/save-download.ts';
import { useAnnounce } from '../../parts/announce.tsx';
import { useAsked } from '../../parts/dialog-state.ts';
import { useErrorWords } from '../../parts/problem-words.ts';
import { ProofFiles } from '../../proof/proof-files.tsx';
import { ProofUploader } from '../../proof/proof-uploader.tsx';
import { useWizardWords } from '../../words/wizard-words.ts';
import { fieldId, useDraft, useText } from '../draft/draft-context.ts';
import { DraftTick, useFieldError } from '../fields.tsx';
import { useWizardStyles } from '../wizard-styles.ts';
import { useDraftCatalogue } from './activity-step.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

/** In some countries a public-sector customer has to sign that the partner is paid. */
const Disclosure = () => {
  const words = useWizardWords();
  const { value } = useDraft();
  const country = useText('customer.country');
  const isIn = useDraftCatalogue()?.rules.disclosureIn.includes(country) ?? false;
  const isAsked = isIn && value('customer.publicSector') === true;
  return isAsked && <DraftTick path="disclosureSigned" label={words.disclosure} hint={words.disclosureHint} />;
};

/** Step 5: the files that prove the claim. */
export const ProofStep = () => {
  const styles = useWizardStyles();
  const words = useWizardWords();
  const { claim } = useDraft();
  const api = useApi();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const { validationMessage } = useFieldError('poe');
  const { asked, ask, close } = useAsked<{ fileId: string; fileName: string }>();
  const id = claim?.id ?? '';
  const template = useMutation({
    mutationFn: async () => saveDownload(await api.download('readPoeTemplate', { path: { id } }), 'template.docx'),
  });
  const remove = useMutation({
    mutationFn: async ({ fileId }: { fileId: string; fileName: string }) =>
      orThrow(await api.call('removePoe', { path: { id, fileId } })),
    onSuccess: (_done, { fileName }) => {
      announce(words.upload.removed(fileName));
      return queries.invalidateQueries({ queryKey: claimKey(id) });
    },
  });
  if (claim === undefined) return null;
  const failed = template.error ?? remove.error;
  return (
    <>
      <Text>{words.proofLead}</Text>
      <div>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={template.isPending}
          onClick={() => template.mutate()}
        >
          {words.template}
        </Button>{' '}
        <Text size={200} className={styles.quiet}>
          {words.templateHint}
        </Text>
      </div>
      {claim.policy.templateMandatory && <Text>{words.templateMandatory}</Text>}
      {(failed || validationMessage) && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failed ? wordsOf(failed) : validationMessage}</MessageBarBody>
        </MessageBar>
      )}
      <ProofUploader claim={claim} fieldId={fieldId('poe')} />
      <ProofFiles claim={claim} onRemove={(fileId, fileName) => ask({ fileId, fileName })} />
      <Disclosure />
      {asked && (
        <RemoveDialog
          key={asked.count}
          open={asked.open}
          fileName={asked.what.fileName}
          onClose={close}
          onRemove={() => {
            close();
            remove.mutate(asked.what);
          }}
        />
      )}
    </>
  );
};
