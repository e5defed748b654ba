#include "base/diag.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

static struct arena *arena;
static struct diag_list *list;

static void set_up(void)
{
	arena = arena_new();
	list = diag_list_new(arena);
}

static void tear_down(void)
{
	arena_free(arena);
}

TestSuite(diag, .init = set_up, .fini = tear_down);

static struct location at(const char *file, unsigned line, unsigned column)
{
	return (struct location){ file, line, column };
}

static const char *written(void)
{
	struct buffer out;

	buffer_init(&out);
	diag_write(list, &out, false);
	return buffer_finish(&out, arena);
}

static const char *written_as_json(void)
{
	struct buffer out;

	buffer_init(&out);
	diag_write_json(list, &out);
	return buffer_finish(&out, arena);
}

Test(diag, writes_place_level_message_detail_id_and_hint)
{
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 3, 14), "nothing", "write something");
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 3, 0), NULL, NULL);
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 0, 0), "", "");
	diag_addf(list, DIAG_USAGE, at(NULL, 0, 0), "%s %d", "option", 7);
	cr_assert_str_eq(written(),
			 "a.csv:3:14: error: the data file is empty: nothing [DAT02]\n"
			 "    hint: write something\n"
			 "a.csv:3: error: the data file is empty [DAT02]\n"
			 "a.csv: error: the data file is empty [DAT02]\n"
			 "gradient: error: cannot understand the command line: option 7 [USE01]\n");
}

Test(diag, colours_the_level_alone)
{
	struct buffer out;

	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 0, 0), NULL, NULL);
	buffer_init(&out);
	diag_write(list, &out, true);
	cr_assert_str_eq(buffer_text(&out),
			 "a.csv: \033[31merror:\033[0m the data file is empty [DAT02]\n");
	buffer_clear(&out);
}

Test(diag, keeps_controls_of_a_file_from_the_terminal)
{
	diag_add(list, DIAG_CSV_EMPTY, at("a\n.csv", 1, 1), "x\ny\033[2Jz\x7f\xc2\x9bw \xc2\xa3",
		 "\r");
	cr_assert_str_eq(written(),
			 "a .csv:1:1: error: the data file is empty: x y [2Jz  w \xc2\xa3 "
			 "[DAT02]\n    hint:  \n");
}

Test(diag, copies_detail_and_hint)
{
	char detail[] = "before", hint[] = "before";

	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 0, 0), detail, hint);
	strcpy(detail, "after");
	strcpy(hint, "after");
	cr_assert_str_eq(diag_at(list, 0)->detail, "before");
	cr_assert_str_eq(diag_at(list, 0)->hint, "before");
}

Test(diag, sorts_by_file_line_and_column)
{
	diag_add(list, DIAG_CSV_EMPTY, at("b.csv", 1, 1), "5", NULL);
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 10, 1), "4", NULL);
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 9, 12), "3", NULL);
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 9, 2), "2", NULL);
	diag_add(list, DIAG_CSV_EMPTY, at(NULL, 0, 0), "1", NULL);
	diag_sort(list, 10);
	cr_assert_eq(diag_count(list), 5);
	for (size_t i = 0; i < 5; i++)
		cr_assert_eq(diag_at(list, i)->detail[0], (char)('1' + i));
}

Test(diag, drops_exact_repetitions)
{
	for (int i = 0; i < 3; i++) {
		diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 1, 1), "same", NULL);
		diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 1, 1), "same", "another hint");
	}
	diag_sort(list, 10);
	cr_assert_eq(diag_count(list), 2);
}

Test(diag, folds_what_is_beyond_the_first_few_of_a_kind_in_a_file)
{
	for (unsigned line = 1; line <= 6; line++) {
		diag_add(list, DIAG_CSV_QUOTE_STRAY, at("a.csv", line, 1), NULL, NULL);
		diag_add(list, DIAG_CSV_ENCODING, at("a.csv", line, 2), NULL, NULL);
		diag_add(list, DIAG_CSV_QUOTE_STRAY, at("b.csv", line, 1), NULL, NULL);
	}
	diag_add(list, DIAG_CSV_EMPTY, at("a.csv", 9, 1), NULL, NULL);
	diag_sort(list, 2);
	cr_assert_eq(diag_count(list), 7);
	cr_assert_eq(diag_at(list, 0)->repeats, 0);
	cr_assert(diag_at(list, 2)->at.line == 2 && diag_at(list, 2)->repeats == 4);
	cr_assert(diag_at(list, 3)->at.line == 2 && diag_at(list, 3)->repeats == 4);
	cr_assert_eq(diag_at(list, 4)->code, DIAG_CSV_EMPTY);
	cr_assert(diag_at(list, 6)->at.line == 2 && diag_at(list, 6)->repeats == 4);
	cr_assert_not_null(strstr(written(), "    and 4 more like this in the file\n"));
}

Test(diag, counts_repetitions_once_when_it_folds)
{
	for (unsigned i = 0; i < 9; i++)
		diag_add(list, DIAG_CSV_EMPTY, at("a.csv", i / 3 + 1, 1), NULL, NULL);
	diag_sort(list, 1);
	cr_assert_eq(diag_count(list), 1);
	cr_assert_eq(diag_at(list, 0)->repeats, 2);
}

Test(diag, has_the_status_of_the_first_faulty_stage)
{
	cr_assert_eq(diag_exit_status(list), EXIT_STATUS_OK);
	diag_add(list, DIAG_OUTPUT_UNWRITABLE, at(NULL, 0, 0), NULL, NULL);
	cr_assert_eq(diag_exit_status(list), EXIT_STATUS_OUTPUT);
	diag_add(list, DIAG_CSV_EMPTY, at(NULL, 0, 0), NULL, NULL);
	cr_assert_eq(diag_exit_status(list), EXIT_STATUS_DATA);
	diag_add(list, DIAG_USAGE, at(NULL, 0, 0), NULL, NULL);
	cr_assert_eq(diag_exit_status(list), EXIT_STATUS_USAGE);
	cr_assert_eq(diag_errors(list), 3);
}

Test(diag, gives_every_message_an_id_of_its_own_and_all_its_texts)
{
	for (enum diag_code code = 0; code < DIAG_CODE_COUNT; code++) {
		const struct diag_kind *kind = diag_kind(code);

		cr_assert(strlen(kind->id) == 5 || strlen(kind->id) == 6, "%s", kind->id);
		cr_assert(kind->message[0] != '\0' && kind->cause[0] != '\0' &&
				  kind->remedy[0] != '\0',
			  "%s", kind->id);
		for (enum diag_code other = 0; other < code; other++)
			cr_assert_str_neq(diag_kind(other)->id, kind->id);
	}
}

Test(diag, has_a_status_for_every_error)
{
	for (enum diag_code code = 0; code < DIAG_CODE_COUNT; code++) {
		struct diag_list *own = diag_list_new(arena);

		diag_raise_warnings(own);
		diag_add(own, code, at(NULL, 0, 0), NULL, NULL);
		cr_assert_eq(diag_exit_status(own) == EXIT_STATUS_OK,
			     diag_kind(code)->level == DIAG_NOTE, "%s", diag_kind(code)->id);
	}
}

static enum diag_code code_of_level(enum diag_level level)
{
	for (enum diag_code code = 0; code < DIAG_CODE_COUNT; code++)
		if (diag_kind(code)->level == level)
			return code;
	cr_skip_test("no message is of the level");
	return DIAG_CODE_COUNT;
}

Test(diag, raises_warnings_given_before_and_after_but_not_notes)
{
	enum diag_code note = code_of_level(DIAG_NOTE), warning = code_of_level(DIAG_WARNING);

	diag_add(list, note, at("a.csv", 1, 1), NULL, NULL);
	diag_add(list, warning, at("a.csv", 1, 1), NULL, NULL);
	cr_assert_eq(diag_exit_status(list), EXIT_STATUS_OK);
	cr_assert_not_null(strstr(written(), "a.csv:1:1: note: "));
	cr_assert_not_null(strstr(written(), "a.csv:1:1: warning: "));
	diag_raise_warnings(list);
	diag_add(list, warning, at("a.csv", 2, 1), NULL, NULL);
	cr_assert_eq(diag_errors(list), 2);
	cr_assert_neq(diag_exit_status(list), EXIT_STATUS_OK);
	cr_assert_eq(diag_at(list, 0)->level, DIAG_NOTE);
}

Test(diag, writes_json_one_object_a_line)
{
	diag_add(list, DIAG_CSV_EMPTY, at("a \"b\".csv", 3, 14), "x\ny", "do");
	diag_add(list, DIAG_USAGE, at(NULL, 0, 0), NULL, NULL);
	cr_assert_str_eq(
		written_as_json(),
		"{\"level\":\"error\",\"id\":\"DAT02\",\"file\":\"a \\\"b\\\".csv\",\"line\":3,"
		"\"column\":14,\"message\":\"the data file is empty\",\"detail\":\"x\\ny\","
		"\"hint\":\"do\",\"repeats\":0}\n"
		"{\"level\":\"error\",\"id\":\"USE01\",\"file\":null,\"line\":0,\"column\":0,"
		"\"message\":\"cannot understand the command line\",\"detail\":\"\",\"hint\":\"\","
		"\"repeats\":0}\n");
}
