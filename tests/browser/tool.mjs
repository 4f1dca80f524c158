// The tool, run from the checkout.

import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function command(args) {
  return ['run', '--quiet', '--features', 'cli', '--', 'preview', ...args];
}

/** Writes a page and gives the exit status. */
export function preview(...args) {
  return spawnSync('cargo', command(args), { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    .status;
}

/** Starts `preview --watch`. The function that it gives stops it. */
export function watch(...args) {
  // A group of its own, since cargo does not pass a signal on to what it runs.
  const child = spawn('cargo', command([...args, '--watch']),
    { cwd: root, stdio: 'ignore', detached: true });
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  return async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
}
