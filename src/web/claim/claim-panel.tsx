import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { claimQuery } from '../api/queries.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { useReturnFocus } from '../parts/dialog-state.ts';
import { LoadError } from '../parts/load-error.tsx';
import { RouterLink } from '../parts/router-link.tsx';
import { useWords } from '../words/words-context.ts';
import { ClaimView } from './claim-view.tsx';

const useStyles = makeStyles({
  drawer: { width: 'min(40rem, 100vw)' },
  body: { backgroundColor: tokens.colorNeutralBackground2, paddingTop: tokens.spacingVerticalM },
  open: { display: 'block', marginBottom: tokens.spacingVerticalM },
});

/** A claim over the list, which stays as it is behind it. */
export const ClaimPanel = ({ openId, onClose }: { openId: string | undefined; onClose: () => void }) => {
  // What is shown while the panel leaves is what was open.
  const [id, setId] = useState(openId ?? '');
  if (openId !== undefined && openId !== id) setId(openId);
  useReturnFocus(openId !== undefined);
  const styles = useStyles();
  const { list } = useWords();
  const api = useApi();
  const { data, error, refetch } = useQuery({ ...claimQuery(api, id), enabled: openId !== undefined });
  return (
    <OverlayDrawer
      open={openId !== undefined}
      position="end"
      className={styles.drawer}
      onOpenChange={(_event, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label={list.closePanel} icon={<DismissRegular />} onClick={onClose} />
          }
        >
          {data ? data.claim.name || list.unnamed : list.panel}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <RouterLink to={`/associations/${id}`} className={styles.open}>
          {list.openFull}
        </RouterLink>
        {error && !data ? (
          <LoadError error={error} onRetry={() => void refetch()} />
        ) : data === undefined ? (
          <ListSkeleton />
        ) : (
          <ClaimView claim={data.claim} narrow />
        )}
      </DrawerBody>
    </OverlayDrawer>
  );
};
