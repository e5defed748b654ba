/* Bytes as text. */

#include "base/base64.h"

#include <criterion/criterion.h>

#include "base/buffer.h"

/* RFC 4648, section 10. */
Test(base64, writes_the_examples_of_the_standard)
{
	static const char *const examples[][2] = {
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foob", "Zm9vYg==" },
		{ "fooba", "Zm9vYmE=" },
		{ "foobar", "Zm9vYmFy" },
	};

	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		struct buffer out;

		buffer_init(&out);
		buffer_add_text(&out, ">");
		base64_add(&out, examples[i][0], i);
		cr_expect_str_eq(buffer_text(&out) + 1, examples[i][1]);
		buffer_clear(&out);
	}
}
