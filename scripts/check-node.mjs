// The tests must run on the Node that the action runs on, whatever the machine has.
const [major] = process.versions.node.split('.').map(Number);
if (major !== 24) {
  console.error(
    `This is Node ${process.version}, not 24. Run "npm ci" (the "node" package brings it), then "npm test".`,
  );
  process.exitCode = 1;
}
