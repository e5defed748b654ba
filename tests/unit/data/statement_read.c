/* The lists of what a statement has to contain. */
#include "data/statement_read.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "support/program.h"

struct lists {
	struct arena *arena;
	struct diag_list *diags;
	const char *folder;
};

static struct lists lists_new(void)
{
	struct arena *arena = arena_new();

	return (struct lists){ arena, diag_list_new(arena), scratch_new(arena) };
}

static void lists_free(struct lists *lists)
{
	scratch_free(lists->folder);
	arena_free(lists->arena);
}

static void put(const struct lists *lists, const char *name, const char *text)
{
	file_write(path_join(lists->arena, lists->folder, name), text, strlen(text));
}

/* The smallest lists that are right. */
static void put_all(const struct lists *lists)
{
	put(lists, "editions.csv",
	    "edition,title,issuing_body,set,covers_from,covers_to,confidence,note\n"
	    "first,First edition,NHS England,set-1,2023-04-01,2025-03-31,recalled,\n"
	    "second,Second edition,NHS England,set-2,2025-04-01,,verified,Open\n");
	put(lists, "provisions.csv",
	    "provision,act,section,duty,bodies,answered_by,confidence\n"
	    "review,An Act,section 1,Look back,icb;nhs-trust,about,recalled\n");
	put(lists, "expectations.csv",
	    "edition,expectation,name,meaning,confidence\n"
	    "first,act,Act,Do it,recalled\nsecond,act,Act,Do more,verified\n");
	put(lists, "sections.csv",
	    "section,title,icb,trust,note,basis,must_contain,test,confidence\n"
	    "about,About,required,required,,law,All,about,recalled\n"
	    "equality,Equality,linked,recommended,,law,A link,equality,recommended\n");
	put(lists, "frameworks.csv",
	    "framework,framework_title,area,name,aim,indicators,answered_by,confidence,note\n"
	    "five,Five,one,One,Better,MH01;MH02,about,verified,\n");
}

static struct statement_lists *read_lists(struct lists *lists)
{
	return statement_read(lists->arena, lists->folder, lists->diags);
}

Test(statement_read, reads_editions_and_the_years_that_they_are_for)
{
	struct lists lists = lists_new();
	const struct statement_lists *read;
	const struct statement_edition *edition;

	put_all(&lists);
	read = read_lists(&lists);
	cr_assert_not_null(read);
	cr_expect_eq(read->edition_count, 2);
	edition = statement_edition_find(read, "first");
	cr_expect_str_eq(edition->set, "set-1");
	cr_expect_eq(edition->from.year, 2023);
	cr_expect_eq(edition->to.day, 31);
	cr_expect_eq(statement_edition_find(read, "second")->to.year, 0);
	cr_expect_null(statement_edition_find(read, "third"));
	lists_free(&lists);
}

Test(statement_read, reads_sections_with_what_is_asked_of_each_kind_of_body)
{
	struct lists lists = lists_new();
	const struct statement_lists *read;

	put_all(&lists);
	read = read_lists(&lists);
	cr_assert_not_null(read);
	cr_expect_eq(statement_requirement(statement_section_find(read, "equality"), BODY_ICB),
		     REQUIREMENT_LINKED);
	cr_expect_eq(statement_requirement(statement_section_find(read, "equality"), BODY_ACUTE),
		     REQUIREMENT_RECOMMENDED);
	lists_free(&lists);
}

Test(statement_read, finds_expectations_by_edition_and_areas_by_framework)
{
	struct lists lists = lists_new();
	const struct statement_lists *read;

	put_all(&lists);
	read = read_lists(&lists);
	cr_assert_not_null(read);
	cr_expect_str_eq(statement_expectation_find(read, "first", "act")->meaning, "Do it");
	cr_expect_str_eq(statement_expectation_find(read, "second", "act")->meaning, "Do more");
	cr_expect_null(statement_expectation_find(read, "first", "publish"));
	cr_expect_str_eq(framework_area_find(read, "five", "one")->indicators, "MH01;MH02");
	cr_expect_null(framework_area_find(read, "six", "one"));
	cr_expect_str_eq(read->provisions[0].answer, "about");
	lists_free(&lists);
}

static void expect_refused(const char *name, const char *text, unsigned line)
{
	struct lists lists = lists_new();
	const struct diag *diag;

	put_all(&lists);
	put(&lists, name, text);
	cr_expect_null(read_lists(&lists), "%s: %s", name, text);
	cr_assert_eq(diag_count(lists.diags), 1, "%s: %zu messages", name, diag_count(lists.diags));
	diag = diag_at(lists.diags, 0);
	cr_expect_eq(diag->code, DIAG_REFERENCE_ROW);
	cr_expect_eq(diag->at.line, line);
	lists_free(&lists);
}

Test(statement_read, tells_the_cell_that_is_wrong)
{
	expect_refused("editions.csv",
		       "edition,title,issuing_body,set,covers_from,covers_to,confidence,note\n"
		       "first,First,NHS England,set-1,2023-04-31,,recalled,\n"
		       "second,Second,NHS England,set-2,,,recalled,\n",
		       2);
	expect_refused("sections.csv",
		       "section,title,icb,trust,note,basis,must_contain,test,confidence\n"
		       "about,About,required,needed,,law,All,about,recalled\n",
		       2);
	expect_refused("expectations.csv",
		       "edition,expectation,name,meaning,confidence\nfirst,act,Act,Do,recalled\n"
		       "third,act,Act,Do,recalled\n",
		       3);
	expect_refused(
		"frameworks.csv",
		"framework,framework_title,area,name,aim,indicators,answered_by,confidence,note\n"
		"five,Five,one,One,Better,,,sure,\n",
		2);
	expect_refused(
		"frameworks.csv",
		"framework,framework_title,area,name,aim,indicators,answered_by,confidence,note\n"
		"five,Five,one,One,Better,,abuot,verified,\n",
		2);
	expect_refused("provisions.csv",
		       "provision,act,section,duty,bodies,answered_by,confidence\n"
		       "review,An Act,section 1,,icb,,recalled\n",
		       2);
	expect_refused("provisions.csv",
		       "provision,act,section,duty,bodies,answered_by,confidence\n"
		       "review,An Act,section 1,Look back,icb,about;review,recalled\n",
		       2);
}

Test(statement_read, refuses_what_is_there_twice)
{
	expect_refused("sections.csv",
		       "section,title,icb,trust,note,basis,must_contain,test,confidence\n"
		       "about,About,required,required,,law,All,about,recalled\n"
		       "about,About,required,required,,law,All,about,recalled\n",
		       3);
}

Test(statement_read, reads_the_lists_that_come_with_the_program)
{
	struct lists lists = lists_new();
	const struct statement_lists *read =
		statement_read(lists.arena, "inputs/catalogue", lists.diags);

	cr_assert_not_null(read);
	cr_expect_eq(read->section_count, 15);
	cr_expect_eq(read->expectation_count, 12, "six views in each of two editions");
	lists_free(&lists);
}

Test(statement_read, knows_every_section_that_a_duty_names)
{
	struct lists lists = lists_new();
	const struct statement_lists *read =
		statement_read(lists.arena, "inputs/catalogue", lists.diags);

	cr_assert_not_null(read);
	for (size_t i = 0; i < read->provision_count; i++) {
		const char *at = read->provisions[i].answer;

		while (*at != '\0') {
			size_t length = strcspn(at, ";");

			cr_expect_not_null(statement_section_find(
						   read, arena_strndup(lists.arena, at, length)),
					   "%s", at);
			at += length + (at[length] == ';');
		}
	}
	lists_free(&lists);
}
