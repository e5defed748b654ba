/*
 * verdict.h - what being higher or lower means: better, worse, or neither. Here, since statistics come to verdicts and
 *             charts draw them, and neither knows the other.
 */
#ifndef GRADIENT_BASE_VERDICT_H
#define GRADIENT_BASE_VERDICT_H

/* Which direction of an indicator is the good one. */
enum favourable {
	FAVOURABLE_NEITHER,
	FAVOURABLE_HIGH,
	FAVOURABLE_LOW,
};

enum verdict {
	VERDICT_NOT_COMPARED, /* limits or benchmark are missing */
	VERDICT_SIMILAR,
	VERDICT_BETTER,
	VERDICT_WORSE,
	VERDICT_HIGHER, /* these two when neither direction is good */
	VERDICT_LOWER,
};

/* difference < 0: lower, > 0: higher, 0: similar. */
enum verdict verdict_of(int difference, enum favourable favourable);

#endif
