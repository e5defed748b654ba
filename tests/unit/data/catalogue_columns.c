/* The columns of catalogues: what fills which text of an indicator. */
#include "data/catalogue_columns.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/fixture.h"

TestSuite(data_catalogue_columns, .init = fixture_set_up, .fini = fixture_tear_down);

/* Two columns that fill one text would each overwrite what the other says. */
Test(data_catalogue_columns, fill_a_text_of_their_own_each)
{
	struct indicator indicator = indicator_blank();

	for (int i = 0; i < CATALOGUE_COLUMNS; i++)
		for (int j = 0; j < i; j++) {
			const char **text = catalogue_text(&indicator, (enum catalogue_column)i);

			cr_expect(text == NULL || text != catalogue_text(&indicator,
									 (enum catalogue_column)j),
				  "%s and %s", catalogue_column((enum catalogue_column)i)->name,
				  catalogue_column((enum catalogue_column)j)->name);
		}
	cr_expect_null(catalogue_text(&indicator, FIELD_MULTIPLIER));
	cr_expect_null(catalogue_text(&indicator, FIELD_USE));
	cr_expect_eq(catalogue_text(&indicator, FIELD_STANDARD), &indicator.standard);
	cr_expect_eq(catalogue_text(&indicator, FIELD_BREAKDOWNS), &indicator.breakdowns);
}

Test(data_catalogue_columns, have_names_of_their_own_and_help)
{
	const char *const *names = catalogue_column_names();

	for (int i = 0; i < CATALOGUE_COLUMNS; i++) {
		const struct catalogue_column_rule *rule =
			catalogue_column((enum catalogue_column)i);

		cr_expect_str_eq(names[i], rule->name);
		cr_expect_gt(strlen(rule->help), 0, "%s", rule->name);
		for (int j = 0; j < i; j++)
			cr_expect_str_neq(names[i], names[j]);
	}
}
