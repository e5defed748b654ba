/* Other programs, and doing several things at once. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/* Runs a program to its end: { status, out, errors }. Never throws for a status; throws when it cannot be started. */
export function run(program, args, options = {}) {
	return new Promise((settle, fail) => {
		const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
		const out = [], errors = [];

		child.stdout.on("data", (piece) => out.push(piece));
		child.stderr.on("data", (piece) => errors.push(piece));
		child.on("error", fail);
		child.on("close", (status, signal) =>
			settle({ status: status ?? signal, out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() }));
	});
}

/* The same for a program that has to succeed. */
export async function runWell(program, args, options) {
	const ended = await run(program, args, options);

	if (ended.status !== 0)
		throw new Error(`${program} ${args.join(" ")}: status ${ended.status}\n${ended.errors}${ended.out}`);
	return ended.out;
}

/* Takes steps, in their order, so that a few are always under way: at least two, as most of them wait for others. */
export async function sideBySide(steps) {
	const left = [...steps];
	const line = async () => {
		while (left.length > 0)
			await left.shift()();
	};

	await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, line));
}
