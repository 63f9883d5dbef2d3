<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RequestTable</name>
    <message numerus="yes">
        <source>Copied %n row(s) as CSV</source>
        <translation>
            <numerusform>Copied %n row as CSV</numerusform>
            <numerusform>Copied %n rows as CSV</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
</TS>
