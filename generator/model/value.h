/*
 * value.h - a figure that may be printed, or the reason why it may not.
 *
 * A value is never NaN or -1: its state says what it is, and every output tells the states apart.
 * Scale: estimate, lower and upper are in the unit of the indicator (per cent, per 100,000, ...), that
 *        is after multiplication; fractions never leave the statistics.
 */
#ifndef GRADIENT_MODEL_VALUE_H
#define GRADIENT_MODEL_VALUE_H

#include <stdbool.h>

enum value_state {
	VALUE_NOT_AVAILABLE, /* [x] nobody has it; the state of a value that was never set */
	VALUE_SHOWN,
	VALUE_UNRELIABLE,     /* [u] shown, but from small numbers */
	VALUE_SUPPRESSED,     /* [c] hidden to protect confidentiality */
	VALUE_NOT_APPLICABLE, /* [z] has no meaning here */
};

enum value_origin {
	VALUE_COMPUTED,
	VALUE_GIVEN, /* published elsewhere and taken as it is */
};

/* Why a value has its state; each has a sentence in the strings table ("reason." + name). */
enum value_reason {
#define REASON(name, id) REASON_##name,
#include "model/value_reasons.def"
#undef REASON
	REASON_COUNT,
};

struct interval_limits {
	bool known;
	double lower, upper;
};

struct value {
	enum value_state state;
	enum value_origin origin;
	enum value_reason reason;
	double estimate; /* meaningful when value_is_shown() */
	struct interval_limits limits;
	bool coarse; /* rests on exact counts that may not be shown: has its printed decimals alone */
	bool above_zero; /* published as "[k]": more than its estimate, 0, but nobody says by how much */
};

/* A count, a number of people, or a limit as read from a file. */
struct quantity {
	enum value_state state;
	bool stated;     /* a cell of the data says so; else the data are silent */
	bool above_zero; /* "[k]" stands for it: number is 0, and it is more than that */
	double number;   /* meaningful when state is VALUE_SHOWN or VALUE_UNRELIABLE */
};

/* What stands in the place of a figure that is shown, is not zero and would be printed as zero. */
#define VALUE_ROUNDED "[k]"

/* Its place in sets of shorthand letters, 1 << enum value_state for the others. */
enum { VALUE_LETTER_ROUNDED = VALUE_NOT_APPLICABLE + 1 };

/* Shown or unreliable: there is a number to print. */
bool value_state_is_shown(enum value_state state);
bool value_is_shown(const struct value *value);
bool quantity_is_shown(const struct quantity *quantity);

/* "c", "x", "z", "u", or "" for a plain value. */
const char *value_state_letter(enum value_state state);

/* Word for machines: "shown", "suppressed", "not-available", "not-applicable", "unreliable". */
const char *value_state_name(enum value_state state);

/* Key of the sentence that explains a reason; "" for REASON_NONE. */
const char *value_reason_name(enum value_reason reason);

/* Rounds a coarse value that is shown, and its limits, to printed decimals; others stay as they are. */
void value_coarsen(struct value *value, unsigned decimals);

struct value value_without(enum value_state state, enum value_reason reason);

#endif
