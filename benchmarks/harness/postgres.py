"""A PostgreSQL server with PostGIS of the benchmark's own: made, started, asked what it spends, stopped and removed.

It runs as an unprivileged user and listens on the loopback address alone, with a password that is drawn for each run.
"""

import glob
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path

tick = os.sysconf("SC_CLK_TCK")


def programs():
    """The folder of the newest server that has PostGIS, or None."""
    have = [
        f"/usr/lib/postgresql/{Path(control).parts[-3]}/bin"
        for control in glob.glob("/usr/share/postgresql/*/extension/postgis.control")
    ]
    have = [folder for folder in have if os.access(f"{folder}/initdb", os.X_OK)]
    return max(have, key=lambda folder: float(folder.split("/")[-2]), default=None)


class Server:
    def __init__(self):
        self.bin = programs()
        if not self.bin:
            raise RuntimeError("PostGIS is not installed")
        self.folder = Path(tempfile.mkdtemp(prefix="metes-postgis-"))
        self.process = None
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        password = secrets.token_hex(16)
        secret = self.folder / "password"
        secret.write_text(password)
        self.user = None
        if os.geteuid() == 0:
            # PostgreSQL refuses to run as root.
            names = {user.pw_name for user in pwd.getpwall()}
            self.user = next((name for name in ("postgres", "nobody") if name in names), None)
            owner = pwd.getpwnam(self.user)
            for path in (self.folder, secret):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        data = self.folder / "data"
        log = open(self.folder / "log", "w")
        as_user = dict(user=self.user, group=pwd.getpwnam(self.user).pw_gid, extra_groups=[]) if self.user else {}
        subprocess.run(
            [f"{self.bin}/initdb", "-D", data, "--auth=scram-sha-256", f"--pwfile={secret}", "--username=bench", "--encoding=UTF8",
             "--no-locale", "--no-sync"], check=True, stdout=log, stderr=log, cwd="/", **as_user)
        secret.unlink()
        # Nothing is kept, so that nothing need reach the disk; parallel workers and JIT are as installed.
        settings = {
            "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "fsync": "off", "shared_buffers": "256MB",
            "autovacuum": "off", "max_connections": 10,
        }
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        self.process = subprocess.Popen(
            [f"{self.bin}/postgres", "-D", data, *options], stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd="/",
            start_new_session=True, **as_user)
        self.environment = {
            "PGHOST": "127.0.0.1", "PGPORT": str(port), "PGUSER": "bench", "PGPASSWORD": password, "PGDATABASE": "postgres",
            "PGCONNECT_TIMEOUT": "10",
        }
        for _ in range(100):
            done = subprocess.run(
                ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--command",
                 "CREATE EXTENSION IF NOT EXISTS postgis; SELECT postgis_full_version()"],
                env={**os.environ, **self.environment}, capture_output=True, text=True)
            if done.returncode == 0:
                self.version = done.stdout.strip()
                return
            if self.process.poll() is not None:
                break
            threading.Event().wait(0.1)
        raise RuntimeError(f"the PostGIS server does not start: {done.stderr.strip().splitlines()[-1:]}")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(2)  # fast shutdown
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # ---- what it spends --------------------------------------------------------------------------------------------

    def _children(self):
        try:
            return [int(word) for word in Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()]
        except OSError:
            return []

    def _seconds(self):
        """CPU of the server's process, of its living children, and of those that it has waited for."""
        total = 0
        for pid in [self.process.pid, *self._children()]:
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue  # it ended just now
            total += sum(map(int, fields[11:13])) + (sum(map(int, fields[13:15])) if pid == self.process.pid else 0)
        return total / tick

    def _watch(self):
        while not self.ended.wait(0.02):
            for pid in self._children():
                try:
                    status = Path(f"/proc/{pid}/status").read_text()
                except OSError:
                    continue
                for line in status.splitlines():
                    if line.startswith("VmHWM:"):
                        self.peaks[pid] = int(line.split()[1]) / 1024

    def begin(self):
        self.standing = set(self._children())  # its writers and the like
        self.peaks, self.ended = {}, threading.Event()
        self.watcher = threading.Thread(target=self._watch, daemon=True)
        self.watcher.start()
        self.before = self._seconds()

    def end(self):
        """CPU seconds since `begin`, and the peak MiB of the largest backend; waits until backends have ended."""
        for _ in range(200):
            if not set(self._children()) - self.standing:
                break
            threading.Event().wait(0.01)
        self.ended.set()
        self.watcher.join()
        return self._seconds() - self.before, max(
            (peak for pid, peak in self.peaks.items() if pid not in self.standing), default=0)
