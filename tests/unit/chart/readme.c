/* The example of generator/chart/README.md compiles against the headers as they are. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/fixture.h"

TestSuite(readme, .init = fixture_set_up, .fini = fixture_tear_down);

/* The first block of C that defines a kind. */
static const char *example(void)
{
	FILE *file = fopen("generator/chart/README.md", "r");
	struct buffer text;
	char line[512];
	bool inside = false;

	cr_assert_not_null(file);
	buffer_init(&text);
	while (fgets(line, sizeof(line), file) != NULL) {
		if (strncmp(line, "```", 3) == 0 && inside)
			break;
		if (inside)
			buffer_add_text(&text, line);
		inside = inside || strcmp(line, "```c\n") == 0;
	}
	fclose(file);
	return buffer_finish(&text, arena);
}

Test(readme, the_example_of_a_kind_compiles)
{
	const char *code = example();
	FILE *compiler;

	cr_assert_not_null(strstr(code, "const struct chart_kind chart_simple_dots"));
	compiler = popen("${CC:-cc} -std=gnu17 -Wall -Wextra -Werror -fsyntax-only -Igenerator "
			 "$(pkg-config --cflags cairo pango glib-2.0) -x c - 2>&1",
			 "w");
	cr_assert_not_null(compiler);
	fputs(code, compiler);
	cr_expect_eq(pclose(compiler), 0);
}
