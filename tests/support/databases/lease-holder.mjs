// Takes a data directory from a bundle of the lease, says so, and holds it until it is told to end.
const [bundle, directory] = process.argv.slice(2);
const { takeDirectory } = await import(bundle);
try {
  const giveBack = await takeDirectory(directory, (message) =>
    process.stderr.write(`${message}\n`),
  );
  process.stdout.write("taken\n");
  process.stdin.on("data", async () => {
    await giveBack();
    process.exit(0);
  });
} catch (error) {
  process.stdout.write(`refused: ${error.message}\n`);
  process.exit(1);
}
