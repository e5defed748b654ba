#include "support/breakdown_words.h"

#include <criterion/criterion.h>
#include <stdio.h>

enum { ROWS_MOST = 600 };

struct statement_parts fifths_of(int people, const char *a, const char *b, const char *c,
				 const char *d, const char *e)
{
	static char rows[ROWS_MOST];
	const char *counts[] = { a, b, c, d, e };
	int length = snprintf(rows, sizeof(rows), "dimension,group,numerator,denominator\n");

	for (int i = 0; i < 5; i++)
		length += snprintf(rows + length, sizeof(rows) - (size_t)length,
				   "deprivation,%d,%s,%d\n", i + 1, counts[i], people);
	return (struct statement_parts){ .rows = rows };
}

struct statement_parts fifths_rising(void)
{
	return fifths_of(10000, "4600", "4200", "3900", "3600", "3400");
}

struct statement_parts fifths_falling(void)
{
	return fifths_of(10000, "3400", "3600", "3900", "4200", "4600");
}

void expect_words(struct statement_parts parts, const char *by, words_of_view *say,
		  const char *wanted)
{
	struct statement *statement = statement_of(&parts);
	struct view view = statement_view(statement, (struct figure_key){ .by = by });

	cr_expect_str_eq(say(&statement->words, &view), wanted);
	statement_free(statement);
}

void expect_of_fifths(struct statement_parts parts, words_of_view *say, const char *wanted)
{
	expect_words(parts, "deprivation", say, wanted);
}
