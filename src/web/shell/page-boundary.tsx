import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words-context.ts';

type Props = { children: ReactNode };

/** In the place of a page that could not be shown, such as one whose script a new release has replaced. */
export class PageBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

const Failed = () => {
  const { shell } = useWords();
  return (
    <Notice title={shell.failed} text={shell.unexpected}>
      <Button onClick={() => location.reload()}>{shell.tryAgain}</Button>
    </Notice>
  );
};
