/* The cards of key findings: none has more than 4 lines in a third of a page, whatever the indicator. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/looks.h"
#include "support/statement.h"
#include "text/compose.h"
#include "words/finding_words.h"

enum { LINES_MOST = 4 };

/* A third of 159 mm without two gutters of 6 mm. */
static const double card_width = 49 * 72 / 25.4;

/* Five fifths that fall by steps, and ethnic groups of which one is far from the others. */
static const char rows[] = "dimension,group,numerator,denominator\n"
			   "all,,2700,10000\n"
			   "deprivation,1,900,2000\ndeprivation,2,600,2000\n"
			   "deprivation,3,500,2000\ndeprivation,4,400,2000\n"
			   "deprivation,5,300,2000\n"
			   "ethnic-group,Asian,250,500\nethnic-group,Black,130,500\n"
			   "ethnic-group,White,2100,8000\nethnic-group,Mixed,120,500\n"
			   "ethnic-group,Other,100,500\n";

static const char every_set[] =
	"<use set='statement-2023-25'/><use set='avoidable-admissions'/>"
	"<use set='core20plus5-adults'/><use set='core20plus5-cyp'/><use set='health-status'/>"
	"<use set='primary-care'/><use set='data-quality'/><use set='waiting-times'/>"
	"<use set='population-and-need'/>";

static size_t lines_of(const struct look *look, const char *words)
{
	struct text_span span = { .text = words, .font = look_font(look, ROLE_COMPACT) };

	return text_compose(look->engine, look->arena, &span, 1,
			    (struct compose_options){ .width = card_width })
		->count;
}

/* The findings of a statement on A, told of every indicator of the catalogues. */
static size_t check_cards(const struct statement *statement, const struct indicators *indicators,
			  const struct look *look)
{
	const struct results *results = statement->run.results;
	const struct findings *findings = statement->run.document->findings;
	size_t checked = 0;

	for (size_t f = 0; f < findings->count; f++) {
		struct view view = view_of(statement->arena, results, &findings->items[f].key);

		for (size_t i = 0; i < indicators->count; i++) {
			struct finding_words said;

			view.indicator = &indicators->items[i];
			/* A share cannot be told of what is a rate: its figures would be others. */
			said = finding_in_words(&statement->words, &view, &findings->items[f], i);
			cr_expect_leq(lines_of(look, said.card), LINES_MOST, "%s: %s",
				      view.indicator->id, said.card);
			checked++;
		}
	}
	return checked;
}

Test(layout_finding_cards, have_four_lines_at_most_for_every_indicator_of_the_catalogues)
{
	static const char *const methods[] = { "proportion", "crude-rate" };
	struct look look = look_new("annual-report-a4");
	struct statement *catalogues = statement_of(&(struct statement_parts){
		.indicators = every_set,
		.about = "organisation='QNV'",
		.rows = "indicator,numerator,denominator\nER02,1,2\n",
		.body = "<p>x</p>",
	});

	for (size_t i = 0; i < 2; i++) {
		struct statement *statement = statement_of(&(struct statement_parts){
			.rows = rows,
			.method = methods[i],
			.per = i == 0 ? "100" : "100000",
			.unit = i == 0 ? "%" : "Admissions per 100,000 people",
			.good = "low",
			.body = "<key-findings/>" });

		cr_expect_geq(check_cards(statement, catalogues->run.dataset->indicators, &look),
			      80);
		statement_free(statement);
	}
	statement_free(catalogues);
	look_free(&look);
}

/* Goes on after "45%". */
Test(layout_finding_cards, go_on_after_the_figure_where_the_indicator_says_how)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.indicators = "<indicator id='A' method='proportion' good='low'>"
			      "<name>Long waits</name><measure>the share of long waits</measure>"
			      "<in-short>of waits {where} were long</in-short></indicator>",
		.body = "<key-findings/>" });
	const struct node *card = statement_node(statement, NODE_TILE, 0);

	cr_expect_str_eq(card->figure, "45%");
	cr_expect_str_eq(
		statement_plain(statement, &card->text),
		"of waits in the most deprived areas were long; in the least deprived, 15%.");
	statement_free(statement);
}

/* Words for one measure do not fit another. */
Test(layout_finding_cards, name_the_indicator_where_its_measure_was_changed)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "indicator,dimension,group,numerator,denominator\n"
			"RE02,deprivation,1,900,2000\nRE02,deprivation,5,1300,2000\n",
		.indicators = "<use set='statement-2023-25'/><indicator id='RE02'>"
			      "<measure>the share of nurses with a flu vaccination</measure>"
			      "</indicator>",
		.about = "organisation='QNV'",
		.body = "<key-findings/>" });

	cr_expect_str_eq(
		statement_plain(statement, &statement_node(statement, NODE_TILE, 0)->text),
		"Flu vaccination, in the most deprived areas; in the least deprived, 65%.");
	statement_free(statement);
}

Test(layout_finding_cards, say_per_how_many_a_rate_is)
{
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = "dimension,group,numerator,denominator\nall,,900,10000\n"
			"ethnic-group,Asian,40,2500\nethnic-group,White,860,7500\n",
		.indicators = "<indicator id='A' method='crude-rate' per='1000' good='high'>"
			      "<name>Contacts</name><measure>the rate of contacts</measure>"
			      "<unit>Contacts per 1,000 people</unit>"
			      "<population>people</population></indicator>",
		.body = "<key-findings/>" });
	const char *text =
		statement_plain(statement, &statement_node(statement, NODE_TILE, 0)->text);

	cr_expect(strlen(text) > 11 && strcmp(text + strlen(text) - 11, " per 1,000.") == 0, "%s",
		  text);
	statement_free(statement);
}
