/* A PDF file by itself: the conditions of PDF/UA-1, and what qpdf has to say. */
import { run } from "../parts/run.mjs";

const CHECKER = "tests/tools/pdfua_check.py";

export async function conformityFaults(path) {
	const { status, out, errors } = await run("python3", [CHECKER, path]);
	const lines = `${out}${errors}`.trim().split("\n");

	return status === 0 && /^\d+ conditions checked, 0 failed/m.test(out) ? [] : lines;
}

export async function fileFaults(path) {
	const { status, out, errors } = await run("qpdf", ["--check", path]);

	return status === 0 ? [] : `${out}${errors}`.trim().split("\n");
}
