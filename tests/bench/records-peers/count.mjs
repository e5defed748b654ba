// The same counts by DuckDB and by Polars.
//
// usage: node count.mjs duckdb|polars RUNS THREADS FILE LOOKUP COUNTS
// Prints the seconds of each run without the start of node, "seconds MEDIAN LEAST MOST"; writes the counts, sorted, to
// COUNTS. What cannot be read as a number, or has no key in a lookup, is missing ("-") as in the program.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const [engine, runs, threads, file, lookup, counts] = process.argv.slice(2);
const require = createRequire(`${process.env.GRADIENT_PEERS}/`);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

const groups = {
  A: "White", B: "White", C: "White", D: "Mixed", E: "Mixed", F: "Mixed", G: "Mixed", H: "Asian", J: "Asian",
  K: "Asian", L: "Asian", M: "Black", N: "Black", P: "Black", R: "Other", S: "Other", Z: "Not stated",
};

async function duckdb() {
  const { DuckDBInstance } = require("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads });
  const connection = await instance.connect();
  const list = Object.entries(groups).map(([code, name]) => `('${code}', '${name}')`).join(", ");
  await connection.run(`CREATE TABLE fifths AS SELECT * FROM read_csv(${quoted(lookup)}, all_varchar = true)`);
  await connection.run(`CREATE TABLE ethnic(code VARCHAR, name VARCHAR); INSERT INTO ethnic VALUES ${list}`);
  const sql = `SELECT f.quintile q, e.name g, CASE WHEN TRY_CAST(r.age AS INTEGER) >= 95 THEN 19 ELSE TRY_CAST(r.age AS INTEGER) // 5 END a, r.sex s, count(*) n,
      count(*) FILTER (r.admission_method LIKE '2%') m1,
      count(*) FILTER (r.admission_method IN ('11', '12', '13')) m2,
      count(*) FILTER (r.admission_method IN ('11', '12', '13') AND TRY_CAST(r.weeks_waited AS INTEGER) > 18) m3,
      count(*) FILTER (r.specialty = '110') m4
    FROM read_csv(${quoted(file)}, header = true, delim = ',', quote = '"', columns = { pseudonym: 'VARCHAR',
      organisation: 'VARCHAR', lsoa: 'VARCHAR', age: 'VARCHAR', sex: 'VARCHAR', ethnic_code: 'VARCHAR',
      admission_method: 'VARCHAR', specialty: 'VARCHAR', weeks_waited: 'VARCHAR', date: 'VARCHAR' }) r
    LEFT JOIN fifths f USING (lsoa) LEFT JOIN ethnic e ON e.code = r.ethnic_code
    GROUP BY ALL`;
  return async () => (await (await connection.runAndReadAll(sql)).getRowsJson()).map((row) => row.map((x) => x));
}

async function polars() {
  process.env.POLARS_MAX_THREADS = threads;
  const pl = require("nodejs-polars").default ?? require("nodejs-polars");
  const names = ["pseudonym", "organisation", "lsoa", "age", "sex", "ethnic_code", "admission_method", "specialty",
    "weeks_waited", "date"];
  const fifths = pl.readCSV(lookup, { inferSchemaLength: 0 }).lazy();
  const ethnic = pl.DataFrame({ ethnic_code: Object.keys(groups), name: Object.values(groups) }).lazy();
  const planned = pl.col("admission_method").isIn(["11", "12", "13"]);
  return async () => {
    const table = await pl.scanCSV(file, { inferSchemaLength: 0 })
      .select("lsoa", "age", "sex", "ethnic_code", "admission_method", "specialty", "weeks_waited")
      .join(fifths, { on: "lsoa", how: "left" })
      .join(ethnic, { on: "ethnic_code", how: "left" })
      .withColumns(
        pl.col("age").cast(pl.Int32).div(5).floor().alias("band"),
        pl.col("admission_method").str.slice(0, 1).eq(pl.lit("2")).cast(pl.UInt32).alias("m1"),
        planned.cast(pl.UInt32).alias("m2"),
        planned.and(pl.col("weeks_waited").cast(pl.Int32).gt(18)).fillNull(pl.lit(false)).cast(pl.UInt32).alias("m3"),
        pl.col("specialty").eq(pl.lit("110")).cast(pl.UInt32).alias("m4"),
      )
      .groupBy(["quintile", "name", "band", "sex"])
      .agg(pl.col("m1").count().alias("n"), pl.col("m1").sum(), pl.col("m2").sum(), pl.col("m3").sum(),
        pl.col("m4").sum())
      .collect({ streaming: true });
    return merged(table.rows());
  };
}

// Ages of 95 and over are one band.
function merged(rows) {
  const cells = new Map();
  for (const [q, g, a, s, ...numbers] of rows) {
    const key = JSON.stringify([q, g, a === null ? null : Math.min(Number(a), 19), s]);
    const sums = cells.get(key) ?? numbers.map(() => 0);
    cells.set(key, sums.map((sum, i) => sum + Number(numbers[i])));
  }
  return [...cells].map(([key, sums]) => [...JSON.parse(key), ...sums]);
}

const line = ([q, g, a, s, ...numbers]) =>
  [q ?? "-", g ?? "-", a === null ? "-" : String(Number(a) * 5).padStart(2, "0"), s ?? "-", ...numbers].join(",");

const count = await { duckdb, polars }[engine]();
const seconds = [];
let rows;
for (let i = 0; i < Number(runs); i++) {
  const begin = process.hrtime.bigint();
  rows = await count();
  seconds.push(Number(process.hrtime.bigint() - begin) / 1e9);
}
seconds.sort((a, b) => a - b);
writeFileSync(counts, rows.map(line).sort().join("\n") + "\n");
console.log("seconds", [seconds[seconds.length >> 1], seconds[0], seconds.at(-1)].map((s) => s.toFixed(3)).join(" "),
  "processor", (process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6).toFixed(3),
  "memory", (process.resourceUsage().maxRSS / 1024).toFixed(1));
