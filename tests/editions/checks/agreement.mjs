/* Whether two editions say the same in the same order: their outlines are compared line by line. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../parts/run.mjs";

/* Lines that differ, as "diff" shows them; - stands in one alone, + in other alone. */
export async function differences(one, other) {
	const folder = await mkdtemp(join(tmpdir(), "gradient-"));
	const paths = [join(folder, "one"), join(folder, "other")];

	try {
		await writeFile(paths[0], `${one.join("\n")}\n`);
		await writeFile(paths[1], `${other.join("\n")}\n`);
		const { status, out, errors } = await run("diff", ["-U0", ...paths]);

		if (status > 1)
			throw new Error(errors);
		return out.split("\n").filter((line) => /^[-+](?![-+]{2} )/.test(line));
	} finally {
		await rm(folder, { recursive: true });
	}
}
