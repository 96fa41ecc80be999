import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { saveDownload } from '../api/save-download.ts';
import { useAnnounce } from '../parts/announce.tsx';
import { useErrorWords } from '../parts/problem-words.ts';
import { useWords } from '../words/words-context.ts';
import { type ListState, listQueryOf } from './list-state.ts';

/** The whole list as it is filtered, as a file for a spreadsheet. */
export const ExportButton = ({ state }: { state: ListState }) => {
  const api = useApi();
  const { list } = useWords();
  const announce = useAnnounce();
  const wordsOf = useErrorWords();
  const save = useMutation({
    mutationFn: async () => {
      const { after: _after, ...query } = listQueryOf(state);
      await saveDownload(await api.download('listClaims', { query }), 'customer-associations.csv');
    },
    onError: (error) => announce(wordsOf(error)),
  });
  return (
    <Button icon={<ArrowDownloadRegular />} disabledFocusable={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? list.exporting : list.export}
    </Button>
  );
};
