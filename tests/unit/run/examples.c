/* What the examples tell those who begin from them. */

#include <criterion/criterion.h>

#include "base/arena.h"
#include "support/program.h"

Test(examples, have_nothing_to_warn_of)
{
	static const char *const reports[][2] = {
		{ "inputs/example-icb/statement.xml", "inputs/example-icb" },
		{ "inputs/example-trust/statement.xml", "inputs/example-trust" },
		{ "inputs/example-appendix/appendix.xml", "inputs/example-icb" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof(reports) / sizeof(reports[0]); i++) {
		struct program_result result =
			program_run(arena, ".",
				    (const char *[]){ "check", reports[i][0], "--data",
						      reports[i][1], "--strict", "-q", NULL },
				    NULL);

		cr_expect_eq(result.status, 0, "%s: %s", reports[i][0], result.err);
	}
	arena_free(arena);
}
