#include <math.h>

#include "base/number.h"
#include "vectors/vectors.h"

static void compare(struct vectors *expected, struct vectors *inputs)
{
	(void)inputs;
	for (size_t row = 0; row < vectors_rows(expected); row++) {
		double value = 0, decimals = 0;
		char text[NUMBER_TEXT_MAX];

		if (!vectors_number(expected, row, "value", &value) || !isfinite(value) ||
		    !vectors_number(expected, row, "decimals", &decimals) || decimals < 0 ||
		    decimals > NUMBER_DECIMALS_MOST || decimals != (unsigned)decimals) {
			vectors_fault(expected, row, "decimals",
				      "no value, or no whole number of decimals up to %d",
				      NUMBER_DECIMALS_MOST);
			continue;
		}
		number_format(value, (struct number_style){ .decimals = (unsigned)decimals }, text);
		vectors_compare_text(expected, row, "published", text);
	}
}

const struct vector_file vectors_rounding = {
	.columns = { .texts = (const char *const[]){ "published", NULL },
		     .numbers = (const char *const[]){ "value", "decimals", NULL } },
	.compare = compare,
};
