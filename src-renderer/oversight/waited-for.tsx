import { useEffect, useState } from 'react';
import { duration } from '../widgets/units';

/** How long something has been waiting, in whole seconds. @param since milliseconds since 1970 */
export function WaitedFor({ since }: { readonly since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor(Math.max(0, now - since) / 1000);
  return <span>waiting {seconds < 60 ? `${seconds} s` : duration(seconds * 1000)}</span>;
}
