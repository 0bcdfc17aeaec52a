import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/*
 * What a command costs as a whole process, from the kernel's own books (Linux only):
 *
 *  - CPU: user and system time of the command and of all that it started and waited for, as the shell that ran it
 *    finds them in /proc/PID/stat once it has ended. The kernel counts in hundredths of a second, so short commands
 *    are run several times in a row and the sum is divided.
 *  - Peak memory: VmHWM of /proc/PID/status, the most that a process ever held resident. It only grows, and is read
 *    every few milliseconds while the command runs; what it grows by after the last look is missed. Of several
 *    processes the largest counts.
 *  - Wall time: from the start of that shell to its end.
 */

/** What one run of a command took. */
export interface Cost {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peakMegabytes: number;
}

/** A command with what is needed to run it. */
export interface Command {
  readonly line: readonly string[];
  /** Exit codes that say that it did its work. */
  readonly succeeds: readonly number[];
  readonly env: NodeJS.ProcessEnv;
  /** Where it runs; here where it is not given. */
  readonly folder?: string;
  /** Where standard output goes. */
  readonly output: string;
  /** How many times in a row it runs for one figure. */
  readonly repeat: number;
}

const POLL_MILLISECONDS = 5;
/** The clock ticks of a second in /proc, wherever Node runs on Linux. */
const TICKS = 100;
const SCRIPT = `
output=$1; count=$2; shift 2
while [ "$count" -gt 0 ]; do "$@" >"$output" 2>"$output.err"; code=$?; count=$((count - 1)); done
read -r stat </proc/$$/stat
echo "$code $(getconf CLK_TCK) $stat"
`;

/** Runs a command and tells what one run cost. Throws where it fails: a figure of a failure says nothing. */
export async function measure({ line, succeeds, env, folder, output, repeat }: Command): Promise<Cost> {
  const start = performance.now();
  const shell = spawn("sh", ["-c", SCRIPT, "sh", output, String(repeat), ...line], {
    env,
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  shell.stdout.on("data", (chunk) => (said += chunk));
  const peak = { kilobytes: 0 };
  const poll = setInterval(() => notePeak(shell.pid ?? 0, peak), POLL_MILLISECONDS);
  await new Promise((resolve, reject) => shell.on("close", resolve).on("error", reject));
  clearInterval(poll);
  const wall = (performance.now() - start) / 1000;
  const { code, cpuSeconds } = readBooks(said);
  if (!succeeds.includes(code))
    throw new Error(`\`${line.join(" ")}\` ended with ${code}.\n${readFileSync(`${output}.err`, "utf8")}`);
  return {
    cpuSeconds: cpuSeconds / repeat,
    wallSeconds: wall / repeat,
    peakMegabytes: (peak.kilobytes * 1024) / 1e6,
  };
}

/** CPU that a running process has taken so far, without that of others it started. */
export function cpuSecondsOf(pid: number): number {
  const [user = 0, system = 0] = fieldsOf(readProcess(`${pid}/stat`)).slice(11, 13);
  return (user + system) / TICKS;
}

/** @param said exit code, ticks a second, and the line of /proc/PID/stat */
function readBooks(said: string): { code: number; cpuSeconds: number } {
  const [code, ticks] = said.split(" ", 2).map(Number) as [number, number];
  const [user, system] = fieldsOf(said).slice(13, 15) as [number, number];
  return { code, cpuSeconds: (user + system) / ticks };
}

/** The numbers of a line of /proc/PID/stat. The name of the process may hold spaces; what comes after its closing bracket does not. */
function fieldsOf(stat: string): number[] {
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

function notePeak(shell: number, peak: { kilobytes: number }): void {
  for (const pid of descendants(shell)) {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readProcess(`${pid}/status`));
    peak.kilobytes = Math.max(peak.kilobytes, Number(found?.[1] ?? 0));
  }
}

function descendants(pid: number): number[] {
  const children = readProcess(`${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** What the kernel says of a process; nothing where it has just ended. */
function readProcess(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, "utf8");
  } catch {
    return "";
  }
}
