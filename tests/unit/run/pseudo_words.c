/*
 * A language of its own, made of marks: every text of the table stands between ⟦ and ⟧. Whatever the document says
 * outside them must be the author's, or stand in the data or a list; else a word of the program sits in its code.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "support/marked_words.h"
#include "support/program.h"
#include "support/statement.h"

static const char rows[] = "period,dimension,group,numerator,denominator\n"
			   "2023/24,all,all,4430,10000\n2023/24,deprivation,1,800,2000\n"
			   "2023/24,deprivation,2,850,2000\n2023/24,deprivation,3,880,2000\n"
			   "2023/24,deprivation,4,930,2000\n2023/24,deprivation,5,970,2000\n"
			   "2024/25,all,all,4590,10000\n2024/25,deprivation,1,740,2000\n"
			   "2024/25,deprivation,2,860,2000\n2024/25,deprivation,3,940,2000\n"
			   "2024/25,deprivation,4,1000,2000\n2024/25,deprivation,5,1050,2000\n"
			   "2024/25,sex,female,2300,5000\n2024/25,sex,male,2290,5000\n"
			   "2024/25,ethnicity,A,2000,4000\n2024/25,ethnicity,H,2,9\n"
			   "2024/25,ethnicity,J,x,x\n2024/25,ethnicity,unknown,500,1000\n";

static const char body[] =
	"<section><title>One</title>"
	"<p><phrase kind='level'/> <phrase kind='comparison' by='deprivation'/> "
	"<phrase kind='gap' by='deprivation'/> <phrase kind='ratio' by='deprivation'/> "
	"<phrase kind='gradient' by='deprivation'/> <phrase kind='slope' by='deprivation'/> "
	"<phrase kind='change' by='deprivation' group='most'/> <phrase kind='introduction'/> "
	"<phrase kind='several-groups' by='ethnicity'/> <phrase kind='recent-trend'/> "
	"<phrase kind='completeness' by='ethnicity'/> "
	"<phrase kind='gap-trend' by='deprivation'/> <phrase kind='trend' by='deprivation' group='most'/></p>"
	"<p><value/> <interval/> <value by='deprivation' of='ratio' as='times'/> "
	"<name of='period'/> <name of='group' by='deprivation' group='most'/></p>"
	"<definition/><chart kind='bars' by='deprivation'/><chart kind='dots' by='ethnicity'/>"
	"<chart kind='gradient' by='deprivation'/><chart kind='trend' by='deprivation'/>"
	"<commentary by='deprivation'/><commentary by='ethnicity'/><key-findings/>"
	"<table kind='measures' by='deprivation'/><table by='deprivation'/><table by='sex'/><table by='ethnicity'/></section>"
	"<section><title>Two</title><sources/><data-quality/><methods/></section>";

/* -- the test ------------------------------------------------------------------------------------- */

static const char *sources_of(struct statement *statement)
{
	static const char *const lists[] = { "inputs/reference/classifications.csv",
					     "inputs/reference/groups.csv",
					     "inputs/reference/dimensions.csv",
					     "inputs/reference/organisations.csv",
					     "inputs/reference/disclosure-rules.csv" };
	struct buffer all;

	buffer_init(&all);
	buffer_add_text(&all, file_text(statement->arena, statement->options.spec, NULL));
	buffer_add_text(&all, rows);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		buffer_add_text(&all, file_text(statement->arena, lists[i], NULL));
	return small_letters(statement->arena, buffer_finish(&all, statement->arena));
}

static void expect_no_word_in_code(const char *attributes)
{
	struct arena *scratch = arena_new();
	struct statement *statement = statement_of(&(struct statement_parts){
		.rows = rows,
		.retrieved = "2025-05-01",
		.report = attributes,
		.body = body,
		.files = { { "marked.xml", marked_table(scratch, NULL) } },
	});
	size_t marks = expect_words_of_sources(statement->arena, statement->run.document,
					       sources_of(statement));

	/* The document is full of texts of the table. */
	cr_expect_gt(marks, 100, "%zu", marks);
	statement_free(statement);
	arena_free(scratch);
}

Test(pseudo_words, no_word_of_the_program_sits_in_its_code)
{
	expect_no_word_in_code("strings='marked.xml'");
}

Test(pseudo_words, nor_of_the_technical_register)
{
	expect_no_word_in_code("strings='marked.xml' register='technical'");
}

/* -- the tables of other languages ---------------------------------------------------------------- */

static void expect_first_paragraph(const char *table, const char *text, const char *wanted)
{
	struct statement *statement = statement_of(
		&(struct statement_parts){ .rows = rows, .report = table, .body = text });

	cr_expect_str_eq(statement_paragraph(statement, 0), wanted);
	statement_free(statement);
}

/* 740 and 1,050 of 2,000. */
Test(pseudo_words, easy_read_says_what_figures_say_in_words_of_its_own)
{
	expect_first_paragraph(
		"strings='en-GB-easy-read'", "<p><phrase kind='comparison' by='deprivation'/></p>",
		"The share of patients treated in time was lower in the most deprived "
		"areas: 37%. In the least deprived areas it was 53%.");
}

Test(pseudo_words, welsh_mutates_a_month_behind_to)
{
	expect_first_paragraph("strings='cy-GB'",
			       "<p><name of='period' indicator='A' by='deprivation'/></p>",
			       "Ebrill 2024 i Fawrth 2025");
}
