/* Which section answers which duty. Pages have no words before there are pages. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "support/statement.h"

static struct statement *statement_as(const char *form, const char *body)
{
	struct arena *arena = arena_new();
	struct statement *statement = statement_of(&(struct statement_parts){
		.meta = arena_printf(arena,
				     "<statement edition='statement-2023-25' body='QNV' kind='%s' "
				     "form='%s'/>",
				     strcmp(form, "icb") == 0 ? "icb" : "acute", form),
		.body = body });

	arena_free(arena);
	return statement;
}

/* The row of a provision, by the beginning of its first cell. */
static const struct table_cell *row_of(const struct statement *statement, const char *provision)
{
	const struct table *table = statement_node(statement, NODE_TABLE, 0)->table;

	for (size_t i = 0; i < table->row_count; i++)
		if (strcmp(statement_plain(statement, &table->rows[i].cells[0].text), provision) ==
		    0)
			return table->rows[i].cells;
	return NULL;
}

Test(resolve_provisions, are_those_that_bind_the_body)
{
	struct statement *statement = statement_as("icb", "<provisions/>");

	cr_expect_not_null(row_of(statement, "Section 14Z58(2)(c)"));
	cr_expect_null(row_of(statement, "Schedule 4, paragraph 12(1B)"));
	/* NHS England's own. */
	cr_expect_null(row_of(statement, "Section 13SA"));
	statement_free(statement);
	statement = statement_as("nhs-trust", "<provisions/>");
	cr_expect_null(row_of(statement, "Section 14Z58(2)(c)"));
	cr_expect_not_null(row_of(statement, "Schedule 4, paragraph 12(1B)"));
	cr_expect_null(row_of(statement, "Schedule 7, paragraph 26(1B)"));
	statement_free(statement);
	statement = statement_as("foundation-trust", "<provisions/>");
	cr_expect_not_null(row_of(statement, "Schedule 7, paragraph 26(1B)"));
	statement_free(statement);
}

Test(resolve_provisions, lead_to_the_sections_that_answer_them_wherever_these_stand)
{
	struct statement *statement = statement_as(
		"icb", "<section id='one' purpose='about review'><title>Review</title>"
		       "<provisions/></section>"
		       "<section id='two' purpose='equality'><title>Equality</title><p>x</p>"
		       "</section>");
	const struct text *review = &row_of(statement, "Section 14Z58(2)(c)")[2].text;
	const struct text *equality = &row_of(statement, "Section 149")[2].text;

	/* Once, although the section serves two purposes that the duty names. */
	cr_expect_str_eq(statement_plain(statement, review), "Review, ");
	cr_expect_str_eq(statement_plain(statement, equality), "Equality, ");
	cr_expect_str_eq(equality->runs[2]->target->anchor, "two");
	cr_expect_str_eq(statement_plain(statement, &row_of(statement, "Section 149")[0].detail),
			 "Equality Act 2010");
	statement_free(statement);
}

Test(resolve_provisions, name_the_first_and_last_of_many_sections)
{
	static const char section[] = "<section purpose='indicators'><title>T</title><p>x</p>"
				      "</section>";
	struct arena *arena = arena_new();
	struct statement *statement =
		statement_as("icb", arena_printf(arena, "<provisions/>%s%s%s%s", section, section,
						 section, section));
	const struct text *text = &row_of(statement, "Section 14Z58(2)(c)")[2].text;

	cr_expect_str_eq(statement_plain(statement, text), "Section 1 to Section 4");
	cr_expect_str_eq(text->runs[2]->target->number, "4");
	statement_free(statement);
	arena_free(arena);
}

Test(resolve_provisions, have_a_gap_for_a_duty_that_no_section_answers)
{
	struct statement *statement = statement_as(
		"icb", "<provisions/><section purpose='about'><title>T</title><p>x</p></section>");
	const struct table_cell *cells = row_of(statement, "Section 149");
	bool told = false;

	cr_expect_str_eq(statement_plain(statement, &cells[2].text),
			 "To be written: the section that answers this duty");
	cr_expect(cells[2].text.runs[0]->gap);
	for (size_t i = 0; i < diag_count(statement->diags); i++)
		told = told || strcmp(diag_at(statement->diags, i)->detail,
				      "section 149: the section that answers this duty") == 0;
	cr_expect(told);
	statement_free(statement);
}

/* A section that is recommended may be left out. */
Test(resolve_provisions, have_no_gap_where_no_section_is_asked_for)
{
	struct statement *statement = statement_as("icb", "<provisions/>");

	cr_expect_str_eq(statement_plain(statement, &row_of(statement, "Section 14Z59")[2].text),
			 "Not in this report");
	statement_free(statement);
}

Test(resolve_provisions, need_to_know_the_body)
{
	expect_message((struct statement_parts){ .body = "<provisions/>" }, "SPC84");
}
