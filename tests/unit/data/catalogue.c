/* Catalogues of indicators, as files that users correct. */
#include "data/catalogue.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/path.h"
#include "support/fixture.h"
#include "support/messages.h"
#include "support/program.h"

static struct indicators indicators;

static void set_up(void)
{
	fixture_set_up();
	memset(&indicators, 0, sizeof(indicators));
}

TestSuite(data_catalogue, .init = set_up, .fini = fixture_tear_down);

static bool read_catalogue(const char *text)
{
	const char *folder = scratch_new(arena), *path = path_join(arena, folder, "own.csv");
	bool whole;

	file_write(path, text, strlen(text));
	whole = catalogue_read(arena, path, "own", (struct location){ 0 }, &indicators, diags);
	scratch_free(folder);
	return whole;
}

static void expect_refused(const char *text, const char *message)
{
	const char *said;

	diags = diag_list_new(arena);
	memset(&indicators, 0, sizeof(indicators));
	cr_expect_not(read_catalogue(text), "%s", text);
	said = messages_text(arena, diags);
	cr_expect_not_null(strstr(said, message), "%s\nis not\n%s", said, message);
}

Test(data_catalogue, reads_what_a_row_says)
{
	cr_assert(read_catalogue(
		"id,domain,name,short_name,measure,events,population,unit,numerator,denominator,method,"
		"multiplier,standard,good,decimals,codes,breakdowns,usual_source,caveat,confidence\n"
		"X1,Care,Long name,Short,the rate,events,people,per 1,num,den,crude-rate,1000,,low,2,X1|x,"
		"sex;age,Survey,Mind,verified\n"));
	cr_expect_eq(indicators.count, 1);
	cr_expect_str_eq(indicators.items[0].id, "X1");
	cr_expect_str_eq(indicators.items[0].set, "own");
	cr_expect_str_eq(indicators.items[0].domain, "Care");
	cr_expect_str_eq(indicators.items[0].name, "Long name");
	cr_expect_str_eq(indicators.items[0].short_name, "Short");
	cr_expect_str_eq(indicators.items[0].measure, "the rate");
	cr_expect_str_eq(indicators.items[0].events, "events");
	cr_expect_str_eq(indicators.items[0].population, "people");
	cr_expect_str_eq(indicators.items[0].unit, "per 1");
	cr_expect_str_eq(indicators.items[0].numerator, "num");
	cr_expect_str_eq(indicators.items[0].denominator, "den");
	cr_expect_str_eq(indicators.items[0].method, "crude-rate");
	cr_expect_float_eq(indicators.items[0].multiplier, 1000, 0);
	cr_expect_eq(indicators.items[0].polarity, POLARITY_LOW_GOOD);
	cr_expect_eq(indicators.items[0].decimals, 2);
	cr_expect_str_eq(indicators.items[0].codes, "X1|x");
	cr_expect_str_eq(indicators.items[0].breakdowns, "sex;age");
	cr_expect_str_eq(indicators.items[0].usual_source, "Survey");
	cr_expect_str_eq(indicators.items[0].caveat, "Mind");
	cr_expect_str_eq(indicators.items[0].confidence, "verified");
	cr_expect_str_eq(indicators.items[0].source, "");
	cr_expect_eq(indicators.items[0].at.line, 2);
}

Test(data_catalogue, needs_no_more_than_id_name_and_method)
{
	cr_assert(read_catalogue("method,name,id\ncount,One,X1\nproportion,Two,X2\n"));
	cr_expect_eq(indicators.count, 2);
	cr_expect_str_eq(indicators.items[0].unit, "");
	cr_expect_eq(indicators.items[0].polarity, POLARITY_NONE);
	cr_expect_eq(indicators.items[0].decimals, DECIMALS_BY_RULE);
	cr_expect_float_eq(indicators.items[0].multiplier, MULTIPLIER_BY_UNIT, 0);
}

Test(data_catalogue, says_which_cell_is_wrong)
{
	expect_refused("id,name,method\nX1,One,percentage\n",
		       "own.csv:2:8: error: wrong entry in a reference list or catalogue: "
		       "method=\"percentage\" [SPC30]\n    hint: use one of: count, ");
	expect_refused("id,name,method,good\nX1,One,count,better\n",
		       "own.csv:2:14: error: wrong entry in a reference list or catalogue: "
		       "good=\"better\" [SPC30]\n    hint: use one of: high, low, neither\n");
	expect_refused("id,name,method,multiplier\nX1,One,count,0\n",
		       "own.csv:2:14: error: wrong entry in a reference list or catalogue: "
		       "multiplier=\"0\" [SPC30]\n    hint: use a number above 0\n");
	expect_refused("id,name,method,decimals\nX1,One,count,7\n",
		       "decimals=\"7\" [SPC30]\n    hint: use a whole number from 0 to 6\n");
	expect_refused("id,name,method\n,One,count\n",
		       "own.csv:2:1: error: wrong entry in a reference "
		       "list or catalogue: id=\"\" [SPC30]\n");
	expect_refused("id,name,method\nX1,One,count\nX1,Two,count\n", "own.csv:3:1: error: ");
}

Test(data_catalogue, says_in_one_message_what_a_header_lacks)
{
	expect_refused("id,measure\nX1,x\n",
		       "own.csv:1:1: error: wrong entry in a reference list or "
		       "catalogue: the header lacks \"name\", \"method\" "
		       "[SPC30]\n");
	cr_expect_eq(diag_count(diags), 1);
}

Test(data_catalogue, reads_the_one_that_comes_with_the_program)
{
	cr_assert(catalogue_read(arena, "inputs/catalogue/statement-2023-25.csv",
				 "statement-2023-25", (struct location){ 0 }, &indicators, diags));
	cr_expect_gt(indicators.count, 20);
	cr_expect_geq(indicator_find(&indicators, "ER01"), 0);
	for (size_t i = 0; i < indicators.count; i++) {
		cr_expect_gt(strlen(indicators.items[i].short_name), 0, "%s",
			     indicators.items[i].id);
		cr_expect_gt(strlen(indicators.items[i].population), 0, "%s",
			     indicators.items[i].id);
	}
}

Test(data_catalogue, knows_which_way_is_better)
{
	enum polarity polarity;

	cr_expect(polarity_read("high", &polarity) && polarity == POLARITY_HIGH_GOOD);
	cr_expect(polarity_read("low", &polarity) && polarity == POLARITY_LOW_GOOD);
	cr_expect(polarity_read("neither", &polarity) && polarity == POLARITY_NONE);
	cr_expect(polarity_read("", &polarity) && polarity == POLARITY_NONE);
	cr_expect_not(polarity_read("High", &polarity));
}
