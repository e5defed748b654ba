/* What was checked and what came of it, a line each; the number of both at the end. */

const FAULTS_SHOWN = 12;

export class Report {
	passed = 0;
	failed = 0;

	/* faults: what is wrong, a line each; none when the check passes. */
	tell(name, faults) {
		if (faults.length === 0) {
			this.passed += 1;
			console.log(`  ok      ${name}`);
			return;
		}
		this.failed += 1;
		console.log(`  FAILED  ${name}`);
		for (const fault of faults.slice(0, FAULTS_SHOWN))
			console.log(`          ${fault}`);
		if (faults.length > FAULTS_SHOWN)
			console.log(`          and ${faults.length - FAULTS_SHOWN} more`);
	}

	/* check gives its faults; an error that it throws is one as well. */
	async check(name, check) {
		const begun = performance.now();
		let faults;

		try {
			faults = await check();
		} catch (error) {
			faults = String(error.stack ?? error).split("\n");
		}
		const seconds = (performance.now() - begun) / 1000;

		this.tell(seconds < 1 ? name : `${name} (${seconds.toFixed(1)} s)`, faults);
	}

	end() {
		console.log(`${this.passed} passed, ${this.failed} failed`);
		return this.failed === 0 && this.passed > 0 ? 0 : 1;
	}
}
