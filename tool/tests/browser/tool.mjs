// Runs the tool of this checkout.

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function command(args) {
  return ['run', '--quiet', '--', 'preview', ...args];
}

/** Writes a page and returns the exit status. */
export function preview(...args) {
  return spawnSync('cargo', command(args), { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    .status;
}

/** Starts `preview --watch`, and returns a function that stops it. */
export function watch(...args) {
  // Its own process group, because cargo does not forward signals to the tool.
  const child = spawn('cargo', command([...args, '--watch']),
    { cwd: root, stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  return async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
}
