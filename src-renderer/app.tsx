export function App() {
  return (
    <main className="grid h-full place-items-center text-muted">
      <p>No run yet. Type a task to begin.</p>
    </main>
  );
}
