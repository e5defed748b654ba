/*
 * format_zero.c - figures that are not zero and would be printed as zero: "[k]" where figures stand, words in sentences.
 */
#include <math.h>

#include "base/arena.h"
#include "base/number.h"
#include "words/format.h"

static unsigned printed_decimals(const struct words *words, int indicator, enum measure measure,
				 int decimals)
{
	return decimals == DECIMALS_BY_RULE ? results_decimals(words->results, indicator, measure)
					    : (unsigned)decimals;
}

bool words_rounds_to_zero(const struct words *words, int indicator, enum measure measure,
			  const struct value *value, int decimals)
{
	if (!value_is_shown(value) || value->coarse)
		return false;
	if (value->above_zero)
		return true;
	/* Most figures are not small: no need to ask for their decimals. */
	return fabs(value->estimate) < 1 &&
	       number_rounds_to_zero(value->estimate,
				     printed_decimals(words, indicator, measure, decimals));
}

const char *words_below(const struct words *words, int indicator, enum measure measure,
			bool negative, unsigned decimals)
{
	double step = pow(10, -(double)decimals);
	const struct placeholder parts[] = {
		{ "v", words_figure(words, indicator, measure, step, (int)decimals) }, { 0 }
	};

	return negative ? strings_text(words->strings, STRING_LITTLE_BELOW_ZERO)
			: words_fill(words, STRING_LESS_THAN, parts);
}

const char *words_value_said(const struct words *words, int indicator, enum measure measure,
			     const struct value *value, int decimals)
{
	if (!words_rounds_to_zero(words, indicator, measure, value, decimals))
		return words_limit(words, indicator, measure, value, decimals);
	return words_below(words, indicator, measure, value->estimate < 0,
			   printed_decimals(words, indicator, measure, decimals));
}

const char *words_shown_in_sentence(const struct words *words, int indicator, enum measure measure,
				    const struct value *value, const double *other)
{
	return value->above_zero
		       ? words_value_said(words, indicator, measure, value, DECIMALS_BY_RULE)
		       : words_in_sentence(words, indicator, measure, value->estimate, other);
}
