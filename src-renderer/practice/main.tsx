import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startRecording } from './recorder';
import { SupportDesk } from './support-desk';
import '../styles/tokens.css';
import './practice.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root".');

startRecording(document, (entry) => window.supportDesk?.happened(entry));
createRoot(root).render(
  <StrictMode>
    <SupportDesk />
  </StrictMode>,
);
