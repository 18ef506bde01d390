import { describeSimulated } from '../../../native/macos/simulator/describe-simulated.fixture';
import { conformance } from '../conformance/register.fixture';
import { openSimulatedStage } from './stage.fixture';

await describeSimulated('a Mac that is simulated', (simulator) => {
  conformance('macos-simulator', () => openSimulatedStage(simulator));
});
