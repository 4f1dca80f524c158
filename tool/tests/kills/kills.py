#!/usr/bin/env python3
"""Usage: kills.py TOOL. Kills each command that writes at each system call that can change a file.

strace kills the tool as it enters the call, so the call is not made. After each kill, every file must be as
it was before the command or as it is after it, and the same command must then finish the work and leave no
temporary file.
"""

import os
import shutil
import subprocess
import sys
import tempfile

TOOL = os.path.abspath(sys.argv[1])
MESSAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../tests/mistakes/locales")
TEMPORARY = ".im-error-l10n-"
CHANGING = (
    "open openat creat write writev pwrite64 copy_file_range rename renameat renameat2 link linkat symlink "
    "symlinkat unlink unlinkat mkdir mkdirat rmdir chmod fchmod fchmodat fsync fdatasync ftruncate flock"
).split()
# `export` writes files of each format in several folders.
COMMANDS = [
    "new-locale ja",
    "update",
    "fmt",
    "accept zh-CN --all",
    "embed",
    "preview -o page.html",
] + [
    f"export --format {platform} -o out"
    for platform in ["typescript", "android", "apple", "flutter", "harmony"]
]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def make_project(root):
    """Makes a project in which each command has something to change, `update` several files."""
    english = read(os.path.join(MESSAGES, "en-US/errors.ftl"))
    chinese = read(os.path.join(MESSAGES, "zh-CN/errors.ftl"))
    write(f"{root}/locales/en-US/errors.ftl", english)
    untidy = chinese.replace("error-success = 成功\n", "").replace(" = ", "=")
    assert untidy != chinese
    write(f"{root}/locales/zh-CN/errors.ftl", untidy)
    write(f"{root}/locales/zh-CN/accepted.txt", "error-success = old\n")
    write(f"{root}/locales/fr/errors.ftl", "error-is-friend=Déjà amis\n")
    write(f"{root}/locales/fr/more.ftl", "error-not-friend=Pas amis\n")
    # As in a clone of the library. The file has no messages yet, so `embed` writes all of them.
    write(f"{root}/src/texts/generated.rs", "")


def contents(root):
    """Returns the bytes of every file below a folder, and `None` for every folder."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in folders:
            found[os.path.relpath(os.path.join(folder, name), root)] = None
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


def run(root, command, wrapper=()):
    line = [*wrapper, TOOL, *command.split()]
    return subprocess.run(
        line, cwd=root, env={"LC_ALL": "C"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def is_temporary(path):
    return any(part.startswith(TEMPORARY) for part in path.split(os.sep))


def check_after_kill(root, before, done):
    """Returns what is wrong with the files after a kill."""
    after = contents(root)
    for path, content in after.items():
        is_old = path in before and before[path] == content
        is_new = path in done and done[path] == content
        if not is_old and not is_new and not is_temporary(path):
            return f"{path} is neither old nor new"
    for path in before:
        if path not in after:
            return f"{path} is gone"
    # A folder of a locale without its files would look like a locale.
    for path, content in done.items():
        folder = os.path.dirname(path)
        if path.startswith("locales/ja/") and folder in after and path not in after:
            return f"{folder} has no {os.path.basename(path)}"
    return None


def check_second_run(root, command, first, done):
    """Returns what is wrong after the same command has run again."""
    is_done = contents(root) == done
    second = run(root, command)
    text = second.stdout.decode()
    # Only `new-locale` refuses to do again what is done.
    is_refused = command.startswith("new-locale") and is_done and "already exists" in text
    if second.returncode != first.returncode and not is_refused:
        return f"the second run fails: {text}"
    after = contents(root)
    for path in after:
        if is_temporary(path):
            return f"{path} stays"
    if after != done:
        changed = sorted(path for path in {*after, *done} if after.get(path) != done.get(path))
        return f"the second run does not finish: {changed}"
    return None


def kill_everywhere(command, scratch):
    """Kills a command everywhere, and returns how often, and what was wrong."""
    root = os.path.join(scratch, "project")

    def restart():
        shutil.rmtree(root, ignore_errors=True)
        make_project(root)

    restart()
    before = contents(root)
    first = run(root, command)
    done = contents(root)
    assert first.returncode in (0, 1) and done != before, first.stdout.decode()
    kills, faults = 0, []
    for call in CHANGING:
        number = 1
        while True:
            restart()
            inject = f"inject={call}:signal=KILL:when={number}"
            log = os.path.join(scratch, "log")
            wrapper = ["strace", "-f", "-qq", "-o", log, "-e", f"trace={call}", "-e", inject]
            killed = run(root, command, wrapper)
            if killed.returncode == first.returncode:
                assert contents(root) == done
                break
            assert killed.returncode in (-9, 137), killed.stdout.decode()
            kills += 1
            fault = check_after_kill(root, before, done)
            fault = fault or check_second_run(root, command, first, done)
            if fault:
                faults.append(f"{command}, killed at {call} {number}: {fault}")
            number += 1
    return kills, faults


def main():
    is_broken = False
    with tempfile.TemporaryDirectory() as scratch:
        for command in COMMANDS:
            kills, faults = kill_everywhere(command, scratch)
            print(f"{command}: killed {kills} times, {len(faults)} faults", flush=True)
            print("".join(f"  {fault}\n" for fault in faults), end="", flush=True)
            is_broken = is_broken or kills == 0 or bool(faults)
    sys.exit(is_broken)


main()
