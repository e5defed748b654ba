/* Catalogues of indicators, as files that users correct. */
#include "data/catalogue.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "base/text_list.h"
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
	whole = catalogue_read(arena,
			       &(struct catalogue_file){
				       .path = path, .set = "own", .folder = "inputs/catalogue" },
			       &indicators, diags);
	scratch_free(folder);
	return whole;
}

/* A set that comes with the program. */
static bool read_set(const char *set)
{
	return catalogue_read(
		arena,
		&(struct catalogue_file){ .path = path_join(arena, "inputs/catalogue",
							    arena_printf(arena, "%s.csv", set)),
					  .set = set,
					  .folder = "inputs/catalogue" },
		&indicators, diags);
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
	cr_expect_str_eq(indicators.items[0].standard, "");
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
	cr_assert(read_set("statement-2023-25"));
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

Test(data_catalogue, reads_who_must_report_and_how_indicators_hang_together)
{
	const struct indicator *second;

	cr_assert(read_catalogue(
		"id,name,method,reporters,reporters_confidence,rule,other_breakdowns,age_scope,choices,"
		"inequality,nested_in,denominator_indicator,population_basis,evidence,at_age\n"
		"X1,One,count,,,,,,,,,,,,\n"
		"X2,Two,proportion,icb; acute,recalled,HES-5,sex,0-17,Which,access,X1,X1,resident,Seen,65\n"));
	second = &indicators.items[1];
	cr_expect(list_has(second->reporters, ";", "acute"));
	cr_expect_not(list_has(second->reporters, ";", "community"));
	cr_expect_str_eq(second->reporters_confidence, "recalled");
	cr_expect_str_eq(second->rule, "HES-5");
	cr_expect_str_eq(second->other_breakdowns, "sex");
	cr_expect_str_eq(second->age_scope, "0-17");
	cr_expect_str_eq(second->choices, "Which");
	cr_expect_str_eq(second->inequality, "access");
	cr_expect_str_eq(second->nested_in, "X1");
	cr_expect_str_eq(second->denominator_indicator, "X1");
	cr_expect_str_eq(second->population_basis, "resident");
	cr_expect_str_eq(second->evidence, "Seen");
	cr_expect_float_eq(second->at_age, 65, 0);
	cr_expect_str_eq(indicators.items[0].nested_in, "");
}

Test(data_catalogue, refuses_words_that_a_column_does_not_know)
{
	expect_refused(
		"id,name,method,reporters\nX1,One,count,icb;ambulence\n",
		"own.csv:2:14: error: wrong entry in a reference list or catalogue: "
		"reporters=\"icb;ambulence\" [SPC30]\n    hint: did you mean \"ambulance\"?");
	expect_refused("id,name,method,confidence\nX1,One,count,sure\n",
		       "confidence=\"sure\" [SPC30]");
	expect_refused("id,name,method,inequality\nX1,One,count,acess\n",
		       "did you mean \"access\"?");
	expect_refused("id,name,method,at_age\nX1,One,count,-1\n", "hint: use an age in years: 65");
}

Test(data_catalogue, refuses_relations_that_cannot_be)
{
	expect_refused("id,name,method,nested_in\nX1,One,count,\nX2,Two,count,X3\n",
		       "own.csv:3:14: error: a relation of indicators that cannot be: "
		       "nested_in=\"X3\" [SPC71]\n    hint: did you mean \"X1\"?");
	expect_refused("id,name,method,nested_in\nX1,One,count,X1\n",
		       "hint: the relation comes back to the indicator itself");
	expect_refused(
		"id,name,method,nested_in\nX1,One,count,X2\nX2,Two,count,X3\nX3,Three,count,X1\n",
		"own.csv:4:16: error: a relation");
	expect_refused("id,name,method,denominator_indicator\nX1,One,count,Y\n",
		       "denominator_indicator=\"Y\" [SPC71]");
}

/* A row that leads to a ring is not itself part of it. */
Test(data_catalogue, tells_a_ring_where_it_is)
{
	cr_expect_not(read_catalogue("id,name,method,nested_in\nX1,One,count,X2\nX2,Two,count,X3\n"
				     "X3,Three,count,X2\n"));
	cr_expect_eq(diag_count(diags), 2);
}

Test(data_catalogue, takes_from_another_set_what_a_row_does_not_say)
{
	const struct indicator *first;

	cr_assert(read_catalogue(
		"id,use,domain,confidence\nER02,statement-2023-25,Ours,unverified\n"));
	cr_assert_eq(indicators.count, 1);
	first = &indicators.items[0];
	cr_expect_str_eq(first->set, "own");
	cr_expect_str_eq(first->origin, "statement-2023-25");
	cr_expect_str_eq(first->domain, "Ours");
	cr_expect_str_eq(first->confidence, "unverified");
	cr_expect_str_eq(first->method, "proportion");
	cr_expect_str_eq(first->short_name, "Waiting over 18 weeks");
	cr_expect_eq(first->polarity, POLARITY_LOW_GOOD);
	cr_expect_float_eq(first->multiplier, 100, 0);
	cr_expect_eq(first->at.line, 2);
}

Test(data_catalogue, refuses_what_another_set_does_not_hold)
{
	expect_refused("id,use\nER20,statement-2023-25\n",
		       "own.csv:2:1: error: wrong entry in a reference list or catalogue: "
		       "id=\"ER20\" [SPC30]");
	expect_refused("id,use\nER02,statement-2023-26\n", "did you mean \"statement-2023-25\"?");
	expect_refused("id,use\nER02,../catalogue/statement-2023-25\n", "use=");
	/* What a set has from another one is to be taken from there. */
	expect_refused("id,use\nER01,statement-updated\n", "id=\"ER01\" [SPC30]");
	expect_refused("id,use,name,method\nX1,,One,\n", "method=\"\" [SPC30]");
}

Test(data_catalogue, puts_the_words_of_a_threshold_into_texts)
{
	cr_assert(
		read_catalogue("id,name,method,threshold,caveat\n"
			       "X1,Over {threshold},count,wait-52,{threshold} or {threshold}.\n"));
	cr_expect_str_eq(indicators.items[0].name, "Over 52 weeks");
	cr_expect_str_eq(indicators.items[0].caveat, "52 weeks or 52 weeks.");
	expect_refused("id,name,method\nX1,Over {threshold},count\n",
		       "hint: name the threshold in the column threshold");
	expect_refused("id,name,method,threshold\nX1,Over {threshold},count,wait-53\n",
		       "did you mean \"wait-52\"?");
}

Test(data_catalogue, words_the_core_areas_as_the_report_chooses_them)
{
	static const struct {
		const char *core, *words;
	} choices[] = {
		{ NULL,
		  "Core share: people who live in the most deprived 20% of areas in England" },
		{ "local-20",
		  "Core share: people who live in the most deprived 20% of local areas" },
		{ "national-10",
		  "Core share: people who live in the most deprived 10% of areas in England" },
	};

	for (size_t i = 0; i < sizeof(choices) / sizeof(choices[0]); i++) {
		const struct catalogue_file file = {
			.path = "inputs/catalogue/population-and-need.csv",
			.set = "population-and-need",
			.folder = "inputs/catalogue",
			.core = choices[i].core,
		};

		memset(&indicators, 0, sizeof(indicators));
		cr_assert(catalogue_read(arena, &file, &indicators, diags));
		cr_expect_str_eq(indicators.items[indicator_find(&indicators, "PO01")].name,
				 choices[i].words);
	}
}

/* What differs between both editions is how sure they are. */
Test(data_catalogue, has_the_same_indicators_in_both_editions)
{
	struct indicators before;

	cr_assert(read_set("statement-2023-25"));
	before = indicators;
	memset(&indicators, 0, sizeof(indicators));
	cr_assert(read_set("statement-updated"));
	for (size_t i = 0; i < before.count; i++) {
		int found = indicator_find(&indicators, before.items[i].id);

		cr_assert_geq(found, 0, "%s", before.items[i].id);
		cr_expect_str_eq(indicators.items[found].confidence, "unverified");
		cr_expect_str_eq(indicators.items[found].reporters_confidence, "unverified");
		cr_expect_str_eq(indicators.items[found].reporters, before.items[i].reporters);
		cr_expect_str_eq(indicators.items[found].name, before.items[i].name);
	}
	for (size_t i = before.count; i < indicators.count; i++)
		cr_expect_str_eq(indicators.items[i].confidence, "verified", "%s",
				 indicators.items[i].id);
	cr_expect_eq(indicators.count, before.count + 6);
}
