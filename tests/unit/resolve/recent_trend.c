/* The recent trend as authors ask for it: a figure, a column, a sentence, a condition. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "support/statement.h"

/* The first fifth rises by 1.895 a year, the second is level, the third has four years, all fall by about 1. */
#define YEAR(year, all, first, second)                                                             \
	year ",all,," all ",10000\n" year ",deprivation,1," first ",10000\n" year                  \
	     ",deprivation,2," second ",10000\n"

static const char rows[] = "period,dimension,group,numerator,denominator\n" YEAR(
	"2021", "5000", "3600", "4400") YEAR("2022", "4900", "3800", "4350")
	YEAR("2023", "4800", "3900", "4420") YEAR("2024", "4700", "4100", "4380")
		YEAR("2025", "4600", "4400",
		     "4400") "2022,deprivation,3,4000,10000\n2023,deprivation,3,4000,10000\n"
			     "2024,deprivation,3,4000,10000\n2025,deprivation,3,4000,10000\n";

static struct statement_parts with(const char *body)
{
	return (struct statement_parts){ .rows = rows, .good = "high", .body = body };
}

Test(resolve_recent_trend, is_a_figure_of_a_group_or_of_the_whole)
{
	expect_paragraph(with("<p>All <value of='trend'/>, fifth 1 <value of='trend' "
			      "by='deprivation' group='1'/>, decimals <value of='trend' "
			      "by='deprivation' group='most' decimals='3'/>, fifth 3 <value "
			      "of='trend' by='deprivation' group='3'/>, earlier <value of='trend' "
			      "period='2024'/></p>"),
			 "All \xe2\x88\x92"
			 "1.0, fifth 1 1.9, decimals 1.895, fifth 3 [x], earlier [x]");
}

Test(resolve_recent_trend, is_a_column_of_a_table)
{
	expect_table(rows,
		     "<table by='deprivation'><column of='value'/><column of='trend'/></table>",
		     "Deprivation fifth | Percentage | Trend (change a year), percentage points\n"
		     "All patients | 46.0% | \xe2\x88\x92"
		     "1.0\n"
		     "1 most deprived | 44.0% | 1.9\n"
		     "2 | 44.0% | [k]\n"
		     "3 | 40.0% | [x]\n"
		     "4 | [x] | [x]\n"
		     "5 least deprived | [x] | [x]\n");
}

Test(resolve_recent_trend, is_a_sentence)
{
	expect_paragraph(
		with("<p><phrase kind='recent-trend'/> <phrase kind='recent-trend' "
		     "by='deprivation' group='most'/></p>"),
		"Over the five years to 2025, the share of patients treated in time fell, "
		"which is worse. Over the five years to 2025, the share of patients treated "
		"in time in the most deprived areas rose, which is better.");
	expect_paragraph(with("<p><phrase kind='recent-trend' by='deprivation' group='3'/></p>"),
			 "No recent trend can be told for fifth 3: a recent trend needs figures of "
			 "five years.");
}

/* The tests that hold for a group, in their order. */
static void expect_tests(const char *group, const char *wanted)
{
	static const char *const words[] = {
		"higher", "lower",       "similar",         "better",
		"worse",  "significant", "not-significant", "available"
	};
	char body[1200] = "<p by='deprivation'>";
	size_t length = strlen(body);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		length += (size_t)snprintf(body + length, sizeof(body) - length,
					   "<when of='trend' group='%s' is='%s'>%s </when>", group,
					   words[i], words[i]);
	snprintf(body + length, sizeof(body) - length, ".</p>");
	expect_paragraph(with(body), wanted);
}

Test(resolve_recent_trend, decides_conditions)
{
	expect_tests("1", "higher better significant available .");
	expect_tests("2", "similar not-significant available .");
	expect_tests("3", ".");
	expect_tests("all", "lower worse significant available .");
	expect_paragraph(with("<p><when of='trend' lt='0'>Down.</when><when of='trend' "
			      "gt='0'>Up.</when></p>"),
			 "Down.");
}

/* A trend is none of two groups, nor of a breakdown. */
Test(resolve_recent_trend, takes_no_reference)
{
	expect_message(with("<p by='deprivation'><value of='trend' group='1' reference='2'/></p>"),
		       "SPC62");
}
