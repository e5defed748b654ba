/*
 * The schemas for editors say the same as the checker: what it accepts is valid by both, and what it refuses
 * for a reason of vocabulary (an element, attribute or value) is valid by neither.
 */
#include "spec/schema.h"

#include <criterion/criterion.h>
#include <glib.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "spec/vocabulary.h"
#include "support/program.h"
#include "support/schemas.h"

static size_t each_file(const char *folder, bool (*look)(struct schemas *schemas, const char *path),
			struct schemas *schemas)
{
	struct arena *arena = arena_new();
	GDir *listing = g_dir_open(folder, 0, NULL);
	const char *name;
	size_t count = 0;

	while (listing != NULL && (name = g_dir_read_name(listing)) != NULL) {
		const char *path = path_join(arena, folder, name);

		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			count += each_file(path, look, schemas);
		else if (g_str_has_suffix(name, ".xml"))
			count += look(schemas, path);
	}
	if (listing != NULL)
		g_dir_close(listing);
	arena_free(arena);
	return count;
}

static bool is_part(const char *text)
{
	return strstr(text, "<report") == NULL;
}

/* A whole report; parts are judged where they are included. */
static bool agree_on_report(struct schemas *schemas, const char *path)
{
	struct arena *arena = arena_new();
	size_t length = 0;
	const char *text = file_text(arena, path, &length);
	bool looked = text != NULL && strstr(text, "urn:gradient:report:1") != NULL &&
		      !is_part(text) &&
		      schemas_agree(schemas, &vocabulary_report, path, text, length);

	arena_free(arena);
	return looked;
}

Test(spec_schema, agree_with_the_checker_on_all_golden_reports)
{
	struct schemas schemas = schemas_of(&vocabulary_report);

	cr_expect_gt(each_file("tests/golden", agree_on_report, &schemas), 100);
	schemas_free(&schemas);
}

/* Every file of a report that is shipped is valid by itself, so that an editor helps with each. */
static bool valid_part(struct schemas *schemas, const char *path)
{
	xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET);
	xmlNodePtr root = xmlDocGetRootElement(document);
	bool looked = root != NULL && root->ns != NULL &&
		      strcmp((const char *)root->ns->href, "urn:gradient:report:1") == 0;

	if (looked) {
		cr_expect(schemas_valid_rng(schemas, document), "%s", path);
		cr_expect(schemas_valid_xsd(schemas, document), "%s", path);
	}
	xmlFreeDoc(document);
	return looked;
}

Test(spec_schema, accept_every_file_of_the_examples)
{
	struct schemas schemas = schemas_of(&vocabulary_report);

	cr_expect_gt(each_file("inputs/example-icb", valid_part, &schemas), 3);
	cr_expect_gt(each_file("inputs/example-trust", valid_part, &schemas), 3);
	cr_expect_gt(each_file("inputs/example-appendix", valid_part, &schemas), 0);
	cr_expect_gt(each_file("tests/real", valid_part, &schemas), 3);
	cr_expect_gt(each_file("tests/golden/includes", valid_part, &schemas), 3);
	schemas_free(&schemas);
}

static void agree_on(const struct vocabulary *vocabulary, const char *const *files)
{
	struct schemas schemas = schemas_of(vocabulary);
	struct arena *arena = arena_new();

	for (; *files != NULL; files++) {
		size_t length = 0;
		const char *text = file_text(arena, *files, &length);

		cr_assert_not_null(text, "%s", *files);
		cr_expect(schemas_agree(&schemas, vocabulary, *files, text, length), "%s", *files);
	}
	arena_free(arena);
	schemas_free(&schemas);
}

Test(spec_schema, agree_with_the_checker_on_layouts_themes_and_words)
{
	agree_on(&vocabulary_layout,
		 (const char *const[]){ "layouts/annual-report-a4.xml",
					"layouts/research-appendix-a4.xml", NULL });
	agree_on(&vocabulary_theme,
		 (const char *const[]){ "layouts/nhs-blue.xml", "layouts/plain.xml", NULL });
	agree_on(&vocabulary_strings, (const char *const[]){ "inputs/strings/en-GB.xml", NULL });
}
