#include "pdf/filter.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/deflate.h"

static struct buffer packed, out;

static void set_up(void)
{
	buffer_init(&packed);
	buffer_init(&out);
}

static void tear_down(void)
{
	buffer_clear(&packed);
	buffer_clear(&out);
}

TestSuite(pdf_filter, .init = set_up, .fini = tear_down);

static bool unfilter(const char *dictionary, const char **fault)
{
	return pdf_unfilter(NULL, pdf_text(dictionary),
			    (struct pdf_slice){ buffer_text(&packed), packed.length }, 10000, &out,
			    fault);
}

static void check_gives(const char *dictionary, const char *wanted, size_t length)
{
	const char *fault = NULL;

	out.length = 0;
	cr_assert(unfilter(dictionary, &fault), "%s: %s", dictionary, fault);
	cr_expect(out.length == length && memcmp(out.bytes, wanted, length) == 0, "%s", dictionary);
}

static void check_refused(const char *dictionary, const char *wanted)
{
	const char *fault = NULL;

	out.length = 0;
	buffer_add_text(&out, "before");
	cr_assert_not(unfilter(dictionary, &fault), "%s", dictionary);
	cr_expect_str_eq(fault, wanted);
	cr_expect_str_eq(buffer_text(&out), "before");
	cr_expect_eq(out.length, strlen("before"));
}

Test(pdf_filter, gives_plain_bytes_as_they_are)
{
	buffer_add_text(&packed, "q Q");
	check_gives("<< /Length 3 >>", "q Q", 3);
	check_gives("<< /Filter [] >>", "q Q", 3);
	check_gives("<< /Filter null >>", "q Q", 3);
}

Test(pdf_filter, unpacks_flate_alone_and_in_an_array)
{
	deflate_pack("q Q", 3, 6, &packed);
	check_gives("<< /Filter /FlateDecode >>", "q Q", 3);
	check_gives("<< /Filter [/Flate#44ecode] /DecodeParms [null] >>", "q Q", 3);
	check_gives("<< /Filter /FlateDecode /DecodeParms << /Predictor 1 >> >>", "q Q", 3);
}

Test(pdf_filter, refuses_other_filters_and_several)
{
	static const char wanted[] = "a stream has a filter other than Flate";

	deflate_pack("q Q", 3, 6, &packed);
	check_refused("<< /Filter /LZWDecode >>", wanted);
	check_refused("<< /Filter [/ASCII85Decode /FlateDecode] >>", wanted);
	check_refused("<< /Filter [/FlateDecode /FlateDecode] >>", wanted);
	check_refused("<< /Filter (FlateDecode) >>", wanted);
	check_refused("<< /Filter 1 >>", wanted);
}

/*
 * Differences of three rows of four bytes as the PNG specification defines each kind, the row's kind in front; worked
 * out by hand. The rows are 10 20 30 40, 11 22 33 44 and 12 24 36 48 with one byte a pixel.
 */
Test(pdf_filter, undoes_every_kind_of_png_row)
{
	static const char dictionary[] =
		"<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 4 >> >>";
	static const char rows[] = "\x0a\x14\x1e\x28\x0b\x16\x21\x2c\x0c\x18\x24\x30";
	static const char up[] = "\x00\x0a\x14\x1e\x28\x02\x01\x02\x03\x04\x02\x01\x02\x03\x04";
	static const char sub[] = "\x01\x0a\x0a\x0a\x0a\x01\x0b\x0b\x0b\x0b\x01\x0c\x0c\x0c\x0c";
	/* 10 - 0, 20 - 10/2, ...; 11 - (0 + 10)/2, 22 - (11 + 20)/2, 33 - (22 + 30)/2, ... */
	static const char average[] =
		"\x03\x0a\x0f\x14\x19\x03\x06\x07\x07\x08\x03\x07\x07\x08\x08";
	/* The guess is nearest to the left byte in the first row, to the one above in the others. */
	static const char paeth[] = "\x04\x0a\x0a\x0a\x0a\x04\x01\x02\x03\x04\x04\x01\x02\x03\x04";
	const char *const all[] = { up, sub, average, paeth };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		packed.length = 0;
		deflate_pack(all[i], sizeof(up) - 1, 6, &packed);
		check_gives(dictionary, rows, sizeof(rows) - 1);
	}
}

/* 10 is the left byte, 12 the one above, and 10 + 12 - 11 the corner: it is the guess, 13 is 2 more. */
Test(pdf_filter, guesses_the_corner_where_it_is_nearest)
{
	deflate_pack("\x01\x0b\x01\x04\xff\x02", 6, 6, &packed);
	check_gives("<< /Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2 >> >>",
		    "\x0b\x0c\x0a\x0d", 4);
}

Test(pdf_filter, takes_the_bytes_of_a_pixel_from_colours_and_bits)
{
	/* Two pixels of two colours of 16 bits: the second pixel is told by its difference from the first. */
	static const char rows[] = "\x01\x00\x01\x00\x02\x01\x00\x01\x00";
	static const char wanted[] = "\x00\x01\x00\x02\x01\x01\x01\x02";

	deflate_pack(rows, sizeof(rows) - 1, 6, &packed);
	check_gives("<< /Filter /FlateDecode /DecodeParms << /Predictor 11 /Columns 2 /Colors 2 "
		    "/BitsPerComponent 16 >> >>",
		    wanted, sizeof(wanted) - 1);
}

Test(pdf_filter, refuses_rows_that_are_damaged_and_predictors_it_does_not_know)
{
	static const char damaged[] = "the rows of a stream are damaged";
	static const char unknown[] = "a stream has a predictor other than those of PNG";

	deflate_pack("\x02xxxx", 5, 6, &packed);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >> >>",
		      damaged);
	packed.length = 0;
	deflate_pack("\x05xxxx", 5, 6, &packed);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >> >>",
		      damaged);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 3 >> >>",
		      damaged);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 4 >> >>",
		      unknown);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 0 >> >>",
		      unknown);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 0 R >> >>",
		      damaged);
	check_refused("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 "
		      "/Columns 99999999999999999999 >> >>",
		      unknown);
}

Test(pdf_filter, bounds_what_comes_out)
{
	char *zeros = calloc(10001, 1);

	deflate_pack(zeros, 10001, 6, &packed);
	check_refused("<< /Filter /FlateDecode >>", "the packed data are too large");
	packed.length = 0;
	buffer_add(&packed, zeros, 10001);
	check_refused("<< >>", "the packed data are too large");
	free(zeros);
}
