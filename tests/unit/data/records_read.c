/* Records counted into observations, with a plain counter in place of the program's own. */
#include "data/records_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/figures_expect.h"
#include "support/plain_count.h"

TestSuite(data_records_read, .init = fixture_set_up, .fini = fixture_tear_down);

static const struct count_source plain = { .answer = plain_count };

static struct figures counted(const char *rows, const char *rules, const char *indicators)
{
	const struct figures_parts parts = {
		.rows = rows,
		.attributes = "kind='records'",
		.rules = rules,
		.indicators = indicators,
		.counter = &plain,
	};

	return figures_of(arena, &parts);
}

static void expect_counted(const char *rows, const char *rules, const char *indicators,
			   const char *wanted)
{
	struct figures figures = counted(rows, rules, indicators);

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	cr_expect_str_eq(figures_text(arena, figures.dataset), wanted);
}

#define COUNT_A "<indicator id='A' method='count'><name>A</name></indicator>"
#define YEAR "<set as='period' to='2024'/>"

Test(data_records_read, counts_rows_in_all_and_by_group)
{
	expect_counted("fifth\n1\n5\n1\n1\n",
		       YEAR "<by column='fifth' dimension='deprivation'/><count/>", COUNT_A,
		       "A 2024 QNV - - - - 4 - - - - 2\n"
		       "A 2024 QNV deprivation-quintile 1 - - 3 - - - - 2\n"
		       "A 2024 QNV deprivation-quintile 5 - - 1 - - - - 3\n");
}

Test(data_records_read, counts_people_of_several_groups_once_in_the_total)
{
	struct figures figures = counted(
		"who,fifth\na,1\na,1\na,5\nb,5\n,5\n",
		YEAR "<by column='fifth' dimension='deprivation'/><count people='who'/>", COUNT_A);

	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2024 QNV - - - - 2 - - - - 2\n"
			 "A 2024 QNV deprivation-quintile 1 - - 1 - - - - 2\n"
			 "A 2024 QNV deprivation-quintile 5 - - 2 - - - - 4\n");
	cr_expect_not_null(strstr(figures.said, "A by deprivation-quintile: 1 more than"), "%s",
			   figures.said);
	cr_expect_not_null(strstr(figures.said, "who: 1 row of 5 taken [DAT225]"), "%s",
			   figures.said);
}

/* A and B are codes of white people: added up, the one who has both would be two. */
Test(data_records_read, counts_people_once_where_several_texts_mean_one_group)
{
	expect_counted("who,code\na,A\na,B\nb,B\nc,K\nd,\nd,Unknown\n",
		       YEAR "<by column='code' dimension='ethnic-group'/><count people='who'/>"
			    "<label as='group' from='A' to='white'/>"
			    "<label as='group' from='B' to='white'/>"
			    "<label as='group' from='K' to='asian'/>",
		       COUNT_A,
		       "A 2024 QNV - - - - 4 - - - - 2\n"
		       "A 2024 QNV ethnic-group asian - - 1 - - - - 5\n"
		       "A 2024 QNV ethnic-group white - - 2 - - - - 2\n"
		       "A 2024 QNV ethnic-group unknown - - 1 - - - - 6\n");
}

Test(data_records_read, adds_up_events_of_several_texts_of_one_group)
{
	expect_counted("code\nA\nB\nB\n",
		       YEAR "<by column='code' dimension='ethnic-group'/><count/>"
			    "<label as='group' from='A' to='white'/>"
			    "<label as='group' from='B' to='white'/>",
		       COUNT_A,
		       "A 2024 QNV - - - - 3 - - - - 2\n"
		       "A 2024 QNV ethnic-group white - - 3 - - - - 2\n");
}

/* Ten years on 1 March: nobody has that birthday on 29 February in 2023. */
Test(data_records_read, derives_ages_bands_and_years)
{
	expect_counted("born,seen\n2013-02-28,2023-02-28\n2013-03-01,2023-02-28\n"
		       "1958-04-01,2023-04-01\n",
		       "<derive name='age' as='age' from='born' at='seen'/>"
		       "<derive name='band' as='band' from='age' bands='0-9|10-64|65+'/>"
		       "<derive name='year' as='financial-year' from='seen'/>"
		       "<map column='year' as='period'/>"
		       "<by column='band' dimension='age'/><count/>",
		       COUNT_A,
		       "A 2022/23 QNV - - - - 2 - - - - 2\n"
		       "A 2022/23 QNV age 0-9 - - 1 - - - - 3\n"
		       "A 2022/23 QNV age 10-64 - - 1 - - - - 2\n"
		       "A 2023/24 QNV - - - - 1 - - - - 4\n"
		       "A 2023/24 QNV age 65+ - - 1 - - - - 4\n");
}

Test(data_records_read, counts_several_indicators_with_conditions_of_their_own)
{
	expect_counted("code,days\nI21,3\nI219,9\nJ44,20\nI21,\n",
		       YEAR "<count indicator='A'><where column='code' starts-with='I21'/></count>"
			    "<count indicator='A|B' as='denominator'/>"
			    "<count indicator='B'><any><where column='days' between='9 to'/>"
			    "<where column='days' missing='true'/></any></count>",
		       "<indicator id='A' method='proportion'><name>A</name></indicator>"
		       "<indicator id='B' method='proportion'><name>B</name></indicator>",
		       "A 2024 QNV - - - - 3 4 - - - 2\n"
		       "B 2024 QNV - - - - 3 4 - - - 2\n");
}

Test(data_records_read, has_age_bands_and_sexes_beneath_groups_where_the_method_needs_them)
{
	expect_counted("age,sex\n3,F\n93,M\n",
		       YEAR "<derive name='band' as='band' from='age' standard='esp2013'/>"
			    "<map column='band' as='age'/><map column='sex' as='sex'/>"
			    "<count indicator='A|B'/>",
		       "<indicator id='A' method='count'><name>A</name></indicator>"
		       "<indicator id='B' method='dsr' per='1000' standard='esp2013'>"
		       "<name>B</name></indicator>",
		       "A 2024 QNV - - - - 2 - - - - 2\n"
		       "A 2024 QNV - - female - 1 - - - - 2\n"
		       "A 2024 QNV - - male - 1 - - - - 3\n"
		       "B 2024 QNV - - - - 2 - - - - 2\n"
		       "B 2024 QNV - - - 0-4 1 - - - - 2\n"
		       "B 2024 QNV - - - 90+ 1 - - - - 3\n"
		       "B 2024 QNV - - female - 1 - - - - 2\n"
		       "B 2024 QNV - - female 0-4 1 - - - - 2\n"
		       "B 2024 QNV - - male - 1 - - - - 3\n"
		       "B 2024 QNV - - male 90+ 1 - - - - 3\n");
}

Test(data_records_read, tells_the_events_of_each_person)
{
	struct figures figures = counted("who,fifth\na,1\na,1\nb,1\nc,1\na,5\n",
					 YEAR "<by column='fifth' dimension='deprivation'/>"
					      "<count events-of='who'/>",
					 COUNT_A);
	const struct observation *row;

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	row = &figures.dataset->observations[0];
	cr_expect_eq(row->numerator.number, 5);
	cr_assert_not_null(row->repeats);
	cr_expect_eq(row->repeats->events, 1);
	cr_expect_eq(row->repeats->people, 2);
	cr_assert_not_null(row->repeats->next);
	cr_expect_eq(row->repeats->next->events, 3);
	cr_expect_eq(row->repeats->next->people, 1);
}

/* Of an even number of records the mean of the two in the middle; of how many, beside it. */
Test(data_records_read, finds_exact_medians)
{
	expect_counted("fifth,weeks\n1,10\n1,2\n1,7.5\n1,3\n5,40\n5,\n5,1\n5,2\n",
		       YEAR "<by column='fifth' dimension='deprivation'/>"
			    "<count median='weeks'/>",
		       "<indicator id='A' method='given'><name>A</name></indicator>",
		       "A 2024 QNV - - - - - 7 3 - - 2\n"
		       "A 2024 QNV deprivation-quintile 1 - - - 4 5.25 - - 2\n"
		       "A 2024 QNV deprivation-quintile 5 - - - 3 2 - - 6\n");
}

Test(data_records_read, has_no_median_where_no_record_has_a_number)
{
	expect_counted("fifth,weeks\n1,\n", YEAR "<count median='weeks'/>",
		       "<indicator id='A' method='given'><name>A</name></indicator>",
		       "A 2024 QNV - - - - - 0 - - - 2\n");
}

Test(data_records_read, leaves_records_without_a_place_out_of_all_figures_and_says_so)
{
	struct figures figures = counted("year,body\n2024,QNV\n,QNV\n2024,\n",
					 "<map column='year' as='period'/>"
					 "<map column='body' as='organisation'/><count/>",
					 COUNT_A);

	cr_expect_str_eq(figures_text(arena, figures.dataset), "A 2024 QNV - - - - 1 - - - - 2\n");
	cr_expect_not_null(strstr(figures.said, "data.csv:3: warning: records without a period or "
						"organisation: 2 rows of 3 taken [DAT228]"),
			   "%s", figures.said);
}

Test(data_records_read, puts_groups_that_are_none_under_what_is_not_known)
{
	struct figures figures =
		counted("fifth\n1\n7\n8\n\n1\n",
			YEAR "<by column='fifth' dimension='deprivation'/><count/>", COUNT_A);

	cr_expect_str_eq(figures_text(arena, figures.dataset),
			 "A 2024 QNV - - - - 4 - - - - 2\n"
			 "A 2024 QNV deprivation-quintile 1 - - 2 - - - - 2\n"
			 "A 2024 QNV deprivation-quintile unknown - - 2 - - - - 3\n");
	cr_expect_not_null(strstr(figures.said, "data.csv:3: warning: records of groups that are "
						"not known: deprivation-quintile: 2 rows with "
						"\"7\" and others [DAT227]"),
			   "%s", figures.said);
}

Test(data_records_read, leaves_out_groups_that_a_label_skips)
{
	expect_counted("fifth\n1\nWales\n",
		       YEAR "<by column='fifth' dimension='deprivation'/><count/>"
			    "<label as='group' from='Wales' to='skip'/>",
		       COUNT_A,
		       "A 2024 QNV - - - - 2 - - - - 2\n"
		       "A 2024 QNV deprivation-quintile 1 - - 1 - - - - 2\n");
}

Test(data_records_read, keeps_what_the_records_lack_for_those_who_report_it)
{
	struct figures figures = counted(
		"born,area\n2000-01-01,x\n01/02/2000,y\n1801-01-01,\n,z\n",
		"<derive name='age' as='age' from='born' day='2024-01-01'/>"
		"<derive name='band' as='band' from='age' bands='0-17|18+'/>" YEAR
		"<by column='band' dimension='age'/><by column='area' dimension='organisation'/>"
		"<count/>",
		COUNT_A);
	const struct data_source *source;

	cr_assert_not_null(figures.dataset, "%s", figures.said);
	source = &figures.dataset->sources[0];
	cr_expect(source->counted);
	cr_expect_eq(source->rows, 4);
	cr_expect_eq(source->rows_used, 4);
	for (size_t i = 0; i < source->lack_count; i++) {
		const struct value_lacks *lacks = &source->lacks[i];
		bool born = strcmp(lacks->name, "born") == 0;

		cr_expect_eq(lacks->empty, born || strcmp(lacks->name, "area") == 0 ? 1 : 0, "%s",
			     lacks->name);
		cr_expect_eq(lacks->unreadable, born ? 1 : 0, "%s", lacks->name);
		cr_expect_eq(lacks->outside, strcmp(lacks->name, "age") == 0 ? 1 : 0, "%s",
			     lacks->name);
	}
	cr_expect_gt(source->lack_count, 3);
}
