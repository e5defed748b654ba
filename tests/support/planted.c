#include "support/planted.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "support/fixture.h"
#include "support/hidden_report.h"
#include "support/program.h"

const char *planted_run(const char *folder, const char *const *arguments)
{
	struct program_result result = program_run(arena, folder, arguments, NULL);

	cr_assert_eq(result.status, 0, "%s %s: %s", arguments[0], arguments[1], result.err);
	return arena_printf(arena, "%s\n%s\n", result.out, result.err);
}

const char *planted_shell(const char *folder, const char *line)
{
	struct program_result result =
		command_run(arena, folder, (const char *[]){ "sh", "-c", line, NULL });

	cr_assert_eq(result.status, 0, "%s: %s", line, result.err);
	return result.out;
}

/* Numbers like no other, hidden beside a small one, and what could be worked out from them. */
static const char planted_rows[] =
	"period,dimension,group,sex,n,d,value\n"
	"2024,all,,,268391,634127,\n2024,deprivation,1,,3,80021,\n"
	"2024,deprivation,2,,48731,130227,\n2024,deprivation,3,,71653,140111,\n"
	"2024,deprivation,4,,73001,141157,\n2024,deprivation,5,,75003,142611,\n";

/* The number, with a comma, its percentage (48731 of 130227 is 37.42), its share of all, and the sum. */
const char *const planted[] = { "48731", "48,731", "37.4",  "18.15",  "18.2%",
				"48734", "48,734", "61803", "61,803", "61.8" };
const size_t planted_count = sizeof(planted) / sizeof(planted[0]);

void planted_write(const char *folder)
{
	hidden_report_write(folder);
	hidden_data_write(folder, &hidden_one);
	file_write(path_join(arena, folder, "local.csv"), planted_rows, strlen(planted_rows));
	hidden_rows_write(folder, "published",
			  "2024,all,,,650,10000,6.5\n2024,deprivation,1,,3,2000,61.803\n"
			  "2024,deprivation,2,,77,2000,\n2024,deprivation,3,,180,2000,9\n"
			  "2024,deprivation,4,,190,2000,9.5\n2024,deprivation,5,,200,2000,10\n");
}

/* A number within a longer one is not it: coordinates and check sums have many digits. */
bool planted_stands_in(const char *text, const char *number)
{
	size_t length = strlen(number);

	for (const char *at = strstr(text, number); at != NULL; at = strstr(at + 1, number)) {
		bool before = at > text && (strchr("0123456789.", at[-1]) != NULL);

		if (!before && (at[length] < '0' || at[length] > '9'))
			return true;
	}
	return false;
}

/* Full precision lengthens percentages; they are looked for by their first digits. */
static bool begins_in(const char *text, const char *number)
{
	for (const char *at = strstr(text, number); at != NULL; at = strstr(at + 1, number))
		if (at == text || strchr("0123456789.", at[-1]) == NULL)
			return true;
	return false;
}

void planted_expect_none(const char *text, const char *where)
{
	for (size_t i = 0; i < planted_count; i++)
		cr_expect_not(strchr(planted[i], '.') != NULL && planted[i][0] != '1'
				      ? begins_in(text, planted[i])
				      : planted_stands_in(text, planted[i]),
			      "%s stands in %s", planted[i], where);
}
