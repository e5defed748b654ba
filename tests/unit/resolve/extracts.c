/* Board papers and pictures for social media, beside the report. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

#define ROWS                                                                                       \
	"dimension,group,numerator,denominator\nall,all,500,2000\ndeprivation,1,140,400\n"         \
	"deprivation,2,120,400\ndeprivation,3,100,400\ndeprivation,4,80,400\ndeprivation,5,60,400\n"
#define CHART "<chart kind='gradient' by='deprivation' id='steps'/></body>"

static struct statement *beside(const char *elements)
{
	struct arena *arena = arena_new();
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = ROWS,
					   .meta = "<notice>Made up.</notice>",
					   .body = arena_printf(arena, CHART "%s", elements) });

	arena_free(arena);
	return statement;
}

Test(resolve_extracts, have_a_head_of_their_own)
{
	struct statement *statement = beside(
		"<extract id='paper' name='Board paper'><kicker>For the board</kicker>"
		"<title>All <value/></title><line>Item 9</line><line>For: <strong>decision</strong>"
		"</line><p>Words.</p></extract>");
	const struct document *paper = statement->run.document->extracts[0];

	cr_expect_str_eq(paper->id, "paper");
	cr_expect_str_eq(paper->head->name, "Board paper");
	cr_expect_str_eq(statement_plain(statement, &paper->head->kicker), "For the board");
	cr_expect_str_eq(paper->title, "All 25.0%");
	cr_expect_str_eq(paper->running_title, "Title");
	cr_assert_eq(paper->head->line_count, 2);
	cr_expect_str_eq(statement_plain(statement, &paper->head->lines[1]), "For: decision");
	cr_expect_not(paper->has_cover);
	statement_free(statement);
}

/* A section of a paper is no section of the statement. */
Test(resolve_extracts, have_sections_without_numbers)
{
	struct statement *statement =
		beside("<extract id='paper'><title>Paper</title><section>"
		       "<title>Part</title><p>Words.</p></section></extract>");

	cr_expect_str_eq(statement->run.document->extracts[0]->root->first->label, "");
	statement_free(statement);
}

Test(resolve_extracts, do_not_replace_the_report)
{
	expect_message((struct statement_parts){ .rows = ROWS,
						 .body = CHART "<extract id='report'><title>Paper"
							       "</title><p>Words.</p></extract>" },
		       "SPC161");
}

Test(resolve_extracts, take_the_words_of_a_card_from_its_chart)
{
	struct statement *statement = beside("<card id='picture' ref='steps'/>");
	const struct node *figure = statement_node(statement, NODE_FIGURE, 0);
	const struct card *card = &statement->run.document->cards[0];

	cr_expect_str_eq(card->title, statement_plain(statement, &figure->title));
	cr_expect_str_eq(card->alternative, figure->alternative);
	cr_expect_eq(card->plot, figure->plot);
	cr_expect_eq(card->width, 1200);
	cr_expect_eq(card->height, 675);
	cr_expect_not_null(strstr(card->notes, "95% confidence"), "%s", card->notes);
	cr_expect_null(strstr(card->notes, "Source:"), "%s", card->notes);
	cr_expect_str_eq(card->foot, "Publisher. Source: Source. Made up.");
	cr_expect_str_eq(card->figure, "");
	statement_free(statement);
}

Test(resolve_extracts, let_the_author_word_a_card)
{
	struct statement *statement =
		beside("<card id='picture' ref='steps' size='1080x1350'><title>Own title</title>"
		       "<subtitle>Own subtitle</subtitle>"
		       "<tile by='deprivation' group='most'>of the most deprived</tile>"
		       "<note>Own note.</note><source-line>Own source.</source-line></card>");
	const struct card *card = &statement->run.document->cards[0];

	cr_expect_str_eq(card->title, "Own title");
	cr_expect_str_eq(card->subtitle, "Own subtitle");
	cr_expect_str_eq(card->figure, "35%");
	cr_expect_str_eq(card->figure_words, "of the most deprived");
	cr_expect_str_eq(card->notes, "Own note.");
	cr_expect_str_eq(card->foot, "Publisher. Own source. Made up.");
	cr_expect_eq(card->height, 1350);
	statement_free(statement);
}

/* Words that hold for other data alone give way to what the program says. */
Test(resolve_extracts, fall_back_where_the_words_of_the_author_do_not_hold)
{
	struct statement *statement =
		beside("<card id='picture' ref='steps'><title><when by='deprivation' of='ratio' "
		       "is='lower'>Lower in the most deprived areas</when></title></card>");

	cr_expect_str_eq(
		statement->run.document->cards[0].title,
		statement_plain(statement, &statement_node(statement, NODE_FIGURE, 0)->title));
	statement_free(statement);
}

Test(resolve_extracts, make_cards_of_charts_alone)
{
	expect_message((struct statement_parts){ .rows = ROWS,
						 .body = "<p id='x'>Words.</p></body>"
							 "<card id='picture' ref='x'/>" },
		       "SPC162");
}

/* Figures of a paper are not those of the statement: coverage and methods tell of the statement. */
Test(resolve_extracts, do_not_count_as_reported)
{
	struct statement *with =
		beside("<extract id='paper'><title>Paper</title><p><value/></p></extract>");
	struct statement *without = beside("");

	cr_expect_eq(with->run.document->extracts[0]->use_count, 1);
	cr_expect_eq(with->run.document->use_count, without->run.document->use_count);
	statement_free(with);
	statement_free(without);
}
