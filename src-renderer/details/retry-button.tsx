import { Button } from '../widgets/button';

export function RetryButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button size="small" onClick={onClick}>
      Try again
    </Button>
  );
}
