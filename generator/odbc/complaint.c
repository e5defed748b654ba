#include "odbc/complaint.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "odbc/sql_text.h"

/* Texts of one or two letters are in every message, and tell nothing; within quotation marks they would. */
enum { SECRET_LENGTH_LEAST = 3 };

static const char *replaced(struct arena *arena, const char *message, const char *secret,
			    const char *with)
{
	size_t length = strlen(secret);
	struct buffer out;

	if (length == 0)
		return message;
	buffer_init(&out);
	for (const char *at = message; *at != '\0';) {
		if (strncmp(at, secret, length) != 0) {
			buffer_add_char(&out, *at++);
			continue;
		}
		buffer_add_text(&out, with);
		at += length;
	}
	return buffer_finish(&out, arena);
}

static const char *without(struct arena *arena, const char *message, const char *secret)
{
	if (strlen(secret) >= SECRET_LENGTH_LEAST)
		return replaced(arena, message, secret, "...");
	message = replaced(arena, message, arena_printf(arena, "\"%s\"", secret), "\"...\"");
	return replaced(arena, message, arena_printf(arena, "'%s'", secret), "'...'");
}

/* True of a setting that says where the database is, not who asks. */
static bool is_place(const char *key, size_t length)
{
	static const char *const places[] = { "driver", "server", "host",     "hostname",
					      "dsn",    "port",   "database", "servername" };

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (length == strlen(places[i]) && strncasecmp(key, places[i], length) == 0)
			return true;
	return false;
}

/* Goes through "key=value;key={value;}", in which }} is one brace of a value. */
static const char *without_settings(struct arena *arena, const char *message, const char *at)
{
	while (*at != '\0') {
		const char *key = at + strspn(at, " ;"), *value, *end;
		size_t length = strcspn(key, "=;");

		if (key[length] != '=') {
			at = key + length;
			continue;
		}
		value = key + length + 1;
		end = value + strcspn(value, ";");
		if (*value == '{') {
			for (end = ++value; *end != '\0' && (*end != '}' || end[1] == '}');)
				end += *end == '}' ? 2 : 1;
		}
		if (!is_place(key, length))
			message = without(arena, message,
					  arena_strndup(arena, value, (size_t)(end - value)));
		at = *end == '\0' ? end : end + 1;
	}
	return message;
}

/* The name in quotation marks behind a word that says whose it is. */
static const char *without_user(struct arena *arena, const char *message, const char *word)
{
	const char *at = strcasestr(message, word), *end;

	if (at == NULL || (at[strlen(word)] != '"' && at[strlen(word)] != '\''))
		return message;
	at += strlen(word) + 1;
	end = strchr(at, at[-1]);
	if (end == NULL)
		end = at + strlen(at);
	return arena_printf(arena, "%.*s...%s", (int)(at - message), message, end);
}

const char *complaint_text(struct arena *arena, const char *message,
			   const struct complaint_secrets *secrets)
{
	static const char *const words[] = { "user ", "role ", "login " };
	size_t length = strcspn(message, "\r\n");

	message = arena_strndup(arena, message, length);
	if (secrets->connection != NULL)
		message = without_settings(arena, message, secrets->connection);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		message = without_user(arena, message, words[i]);
	for (size_t i = 0; i < secrets->parameter_count; i++)
		if (secrets->parameters[i].text != NULL)
			message = without(arena, message, secrets->parameters[i].text);
	return message;
}
