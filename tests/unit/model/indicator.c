/* An indicator of which nothing is known. */
#include "model/indicator.h"

#include <criterion/criterion.h>

/* Every text can be read without looking whether it is there. */
Test(model_indicator, has_no_text_that_is_not_there)
{
	const struct indicator blank = indicator_blank();
	const char *const texts[] = {
		blank.id,
		blank.set,
		blank.name,
		blank.method,
		blank.standard,
		blank.source,
		blank.rule,
		blank.origin,
		blank.reporters,
		blank.reporters_confidence,
		blank.other_breakdowns,
		blank.age_scope,
		blank.choices,
		blank.inequality,
		blank.nested_in,
		blank.denominator_indicator,
		blank.population_basis,
		blank.answered_by,
		blank.quality_of,
		blank.evidence,
		blank.difference,
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		cr_expect_str_eq(texts[i], "", "%zu", i);
	cr_expect_eq(blank.decimals, DECIMALS_BY_RULE);
	cr_expect_eq(blank.multiplier, MULTIPLIER_BY_UNIT);
	cr_expect_eq(blank.polarity, POLARITY_NONE);
}
