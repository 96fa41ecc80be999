import { Link, type LinkProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

/** Fluent's link, followed without loading the page again. */
export const RouterLink = ({
  to,
  children,
  ...rest
}: { to: string; children: ReactNode } & Pick<
  LinkProps,
  'className' | 'aria-current' | 'aria-label' | 'appearance'
>) => {
  const href = useHref(to);
  const onClick = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <Link href={href} onClick={(event) => onClick(event as React.MouseEvent<HTMLAnchorElement>)} {...rest}>
      {children}
    </Link>
  );
};
