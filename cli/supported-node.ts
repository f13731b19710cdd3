/* Before anything else is loaded: what an old Node.js would stumble over says nothing of the cause. */
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`cdktf-amazon-connect needs Node.js 20.9 or later; this is ${process.versions.node}.\n`);
  process.exit(1);
}
