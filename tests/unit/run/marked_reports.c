/*
 * The gallery and the example statements with tables of marked words: every element and every kind of chart. With all
 * texts of the gallery marked, what stands outside the marks is the author's or the data's. With the Easy Read table, what stands
 * within them is English that it does not cover.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "run/run.h"
#include "support/marked_words.h"
#include "support/program.h"

struct example {
	char folder[32], spec[16];
};

static struct example examples[] = {
	{ "gallery", "gallery.xml" },
	{ "example-icb", "statement.xml" },
	{ "example-trust", "statement.xml" },
};

enum { EXAMPLES = sizeof(examples) / sizeof(examples[0]) };

static void copy(struct arena *arena, const char *folder, const char *to)
{
	const char *const words[] = { "cp", "-r",
				      absolute_path(arena, path_join(arena, "inputs", folder)), ".",
				      NULL };

	cr_assert_eq(command_run(arena, to, words).status, 0, "%s", folder);
}

/* The document of an example whose words are those of a table. */
static const struct document *document_with(struct arena *arena, const struct example *example,
					    const char *table, const char **folder)
{
	const char *scratch = scratch_new(arena), *spec, *text;
	struct run_options *options = arena_alloc(arena, sizeof(*options));
	struct run *run = arena_alloc(arena, sizeof(*run));

	copy(arena, example->folder, scratch);
	*folder = path_join(arena, scratch, example->folder);
	file_write(path_join(arena, *folder, "marked.xml"), table, strlen(table));
	spec = path_join(arena, *folder, example->spec);
	text = text_replace(arena, file_text(arena, spec, NULL), "<report ",
			    "<report strings=\"marked.xml\" ");
	file_write(spec, text, strlen(text));
	*options = (struct run_options){ .spec = spec };
	*run = run_new(arena, diag_list_new(arena), options);
	if (run_compute(run))
		run_resolve(run);
	cr_assert_not_null(run->document, "%s", example->folder);
	*folder = scratch;
	return run->document;
}

/* All that the author wrote, and what lists and the catalogue hold. */
static const char *sources_of(struct arena *arena, const char *folder)
{
	const char *const words[] = {
		"sh",
		"-c",
		"find \"$0\" \"$1\" \"$2\" \\( -name '*.xml' -o -name '*.csv' \\) "
		"! -name marked.xml -exec cat {} +; find \"$0\" -name '*.csv.gz' "
		"-exec zcat {} + | cut -c1-200 | sort -u | head -20000",
		folder,
		absolute_path(arena, "inputs/reference"),
		absolute_path(arena, "inputs/catalogue"),
		NULL
	};

	return small_letters(arena, command_run(arena, folder, words).out);
}

/* The gallery alone: where an author's sentence is broken by figures and names its pieces cannot be told. */
Test(marked_reports, no_word_of_the_program_sits_in_the_code_of_a_chart)
{
	struct arena *arena = arena_new();
	const char *folder;
	const struct document *document =
		document_with(arena, &examples[0], marked_table(arena, NULL), &folder);
	size_t marks = expect_words_of_sources(arena, document, sources_of(arena, folder));

	cr_expect_gt(marks, 1000, "%zu", marks);
	scratch_free(folder);
	arena_free(arena);
}

/* -- Easy Read ------------------------------------------------------------------------------------ */

/* What is said of figures: sentences, titles, notes, states, reasons, kinds of pictures, changes, findings. */
static const char *const covered[] = { "phrase-",  "several-", "title-",   "note-",   "alt-",
				       "reason.",  "changes-", "summary-", "trend-",  "finding-",
				       "control-", "groups-",  "no-data",  "no-chart" };

/* Texts that are the same in Easy Read, or have no words of their own. */
static const char *const same[] = {
	"alt",
	"alt-short",
	"note-annotation",
	"note-layer",
	"groups-one",
	"groups-several",
	"groups-and-more",
	"groups-counted",
	"note-layer-figures",
	"note-with-reason",
	"note-and-reason",
	"trend-in",
	"trend-for",
	"changes-named",
	"changes-not-named",
	"changes-names",
	"changes-column-then",
	"changes-column-now",
	"changes-what-new",
	"changes-what-renamed",
	"changes-extremes",
	"changes-extreme-groups",
	"changes-group-and-period",
	"finding-where",
	"finding-subject",
	"several-rest-none",
	"control-h",
	"control-l",
	"control-p",
	"control-f",
	"control-at-times",
	"summary-subtitle",
	"summary-mark-number",
	"summary-mark-per",
	"summary-mark-unit",
	"summary-gap",
};

struct gaps {
	struct arena *arena;
	const char *told;
};

static bool is_same(const char *id)
{
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		if (strcmp(id, same[i]) == 0)
			return true;
	return false;
}

static void find_gaps(const char *text, void *context)
{
	struct gaps *gaps = context;

	for (const char *at = text; (at = strstr(at, mark_opened)) != NULL; at++) {
		const char *id = arena_strndup(gaps->arena, at + 3, strcspn(at + 3, "|"));

		for (size_t i = 0; i < sizeof(covered) / sizeof(covered[0]); i++)
			if (strncmp(id, covered[i], strlen(covered[i])) == 0 && !is_same(id) &&
			    strstr(gaps->told, arena_printf(gaps->arena, " %s ", id)) == NULL)
				gaps->told = arena_printf(gaps->arena, "%s %s ", gaps->told, id);
	}
}

ParameterizedTestParameters(marked_reports, easy_read_covers_what_is_said_of_figures)
{
	return cr_make_param_array(struct example, examples, EXAMPLES);
}

ParameterizedTest(struct example *example, marked_reports, easy_read_covers_what_is_said_of_figures)
{
	struct arena *arena = arena_new();
	struct gaps gaps = { arena, "" };
	const char *folder;
	const struct document *document = document_with(
		arena, example, marked_table(arena, "inputs/strings/en-GB-easy-read.xml"), &folder);

	document_texts(arena, document, find_gaps, &gaps);
	cr_expect_str_empty(gaps.told, "%s: %s", example->folder, gaps.told);
	scratch_free(folder);
	arena_free(arena);
}
