/* Measures and their choices. */

#include "model/measure.h"

#include <criterion/criterion.h>
#include <string.h>

Test(model_measure, is_found_by_its_name)
{
	for (int i = 0; i < MEASURE_COUNT_OF; i++)
		cr_expect_eq(measure_find(measure_kind((enum measure)i)->name), (enum measure)i);
	cr_expect_eq(measure_find("sii"), MEASURE_SII);
	cr_expect_eq(measure_find("SII"), MEASURE_COUNT_OF);
	cr_expect_eq(measure_find(""), MEASURE_COUNT_OF);
}

Test(model_measure, has_a_name_of_its_own_and_says_what_it_is)
{
	for (int i = 0; i < MEASURE_COUNT_OF; i++) {
		const struct measure_kind *kind = measure_kind((enum measure)i);

		cr_expect_gt(strlen(kind->summary), 10, "%s", kind->name);
		cr_expect_eq(strspn(kind->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(kind->name));
		for (int j = 0; j < i; j++)
			cr_expect_str_neq(kind->name, measure_kind((enum measure)j)->name);
	}
}

Test(model_measure, takes_the_parameters_that_have_a_meaning_for_it)
{
	cr_expect_eq(measure_kind(MEASURE_SII)->parameters,
		     TAKES_CONFIDENCE | TAKES_TRANSFORM | TAKES_SIGN);
	cr_expect_eq(measure_kind(MEASURE_GAP)->parameters,
		     TAKES_CONFIDENCE | TAKES_REFERENCE | TAKES_SIGN);
	cr_expect_eq(measure_kind(MEASURE_COUNT)->parameters, TAKES_NOTHING);
	for (int i = 0; i < MEASURE_COUNT_OF; i++) {
		const struct measure_kind *kind = measure_kind((enum measure)i);

		/* A scale is that of a line, and a line is through all groups. */
		cr_expect(!(kind->parameters & TAKES_TRANSFORM) ||
			  kind->scope == MEASURE_SCOPE_DIMENSION);
		cr_expect(!(kind->parameters & TAKES_REFERENCE) ||
			  kind->scope != MEASURE_SCOPE_GROUP);
	}
}

Test(model_measure, choices_are_equal_when_all_of_them_is)
{
	const struct measure_choice plain = measure_plain(MEASURE_MEAN_DIFFERENCE);
	struct measure_choice others[6];

	for (size_t i = 0; i < 6; i++)
		others[i] = plain;
	others[0].measure = MEASURE_PAR;
	others[1].transform = TRANSFORM_LOG;
	others[2].confidence = 0.998;
	others[3].reference = REFERENCE_BEST;
	others[4].unweighted = true;
	others[5].raw = true;
	cr_expect(measure_choice_equal(&plain, &plain));
	for (size_t i = 0; i < 6; i++) {
		int order = measure_choice_compare(&plain, &others[i]);

		cr_expect_neq(order, 0);
		cr_expect_eq(measure_choice_compare(&others[i], &plain), -order);
		cr_expect_not(measure_choice_equal(&plain, &others[i]));
		cr_expect(measure_choice_equal(&others[i], &others[i]));
	}
}

Test(model_measure, choices_stand_in_the_order_of_measures_first)
{
	struct measure_choice gap = measure_plain(MEASURE_GAP);
	const struct measure_choice sii = measure_plain(MEASURE_SII);

	gap.confidence = 0.998;
	gap.reference = 7;
	cr_expect_lt(measure_choice_compare(&gap, &sii), 0);
}

Test(model_measure, usual_references_are_no_groups)
{
	cr_expect_lt(REFERENCE_BY_MEASURE, -1);
	cr_expect_lt(REFERENCE_BEST, -1);
	cr_expect_neq(REFERENCE_BEST, REFERENCE_BY_MEASURE);
	cr_expect_eq(measure_plain(MEASURE_GAP).reference, REFERENCE_BY_MEASURE);
	cr_expect_eq(measure_plain(MEASURE_GAP).confidence, 0);
}

Test(model_measure, scales_have_names)
{
	static const char *const names[] = { "none", "log", "logit", "logistic" };
	static const enum measure_transform transforms[] = { TRANSFORM_NONE, TRANSFORM_LOG,
							     TRANSFORM_LOGIT, TRANSFORM_LOGISTIC };

	for (size_t i = 0; i < 4; i++) {
		cr_expect_str_eq(measure_transform_name(transforms[i]), names[i]);
		cr_expect_eq(measure_transform_find(names[i]), transforms[i]);
	}
	cr_expect_str_eq(measure_transform_name(TRANSFORM_BY_METHOD), "");
	cr_expect_eq(measure_transform_find("square"), TRANSFORM_BY_METHOD);
}
