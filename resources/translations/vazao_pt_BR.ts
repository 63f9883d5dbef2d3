<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Light theme</source>
        <translation>Tema claro</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Tema escuro</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Passo</translation>
    </message>
    <message>
        <source>Stand still and go on to the next event</source>
        <translation>Parar e avançar até o próximo evento</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodar</translation>
    </message>
    <message>
        <source>Let time go at the speed of the slider</source>
        <translation>Deixar o tempo correr na velocidade do controle</translation>
    </message>
    <message>
        <source>Express</source>
        <translation>Expresso</translation>
    </message>
    <message>
        <source>Let time go as fast as this computer can</source>
        <translation>Deixar o tempo correr tão rápido quanto este computador consegue</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Stand still, or go on</source>
        <translation>Parar ou continuar</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>From 0 again, with the same seed and the values as they stand</source>
        <translation>Do zero, com a mesma semente e os valores atuais</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Mais devagar</translation>
    </message>
    <message>
        <source>Half the speed</source>
        <translation>Metade da velocidade</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Mais rápido</translation>
    </message>
    <message>
        <source>Twice the speed</source>
        <translation>O dobro da velocidade</translation>
    </message>
    <message>
        <source>Return to now</source>
        <translation>Voltar ao presente</translation>
    </message>
    <message>
        <source>Show the present again</source>
        <translation>Mostrar o presente de novo</translation>
    </message>
    <message>
        <source>Open...</source>
        <translation>Abrir...</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Abrir um cenário</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
    </message>
    <message>
        <source>Save this session as a scenario that replays it</source>
        <translation>Salvar esta sessão como um cenário que a repete</translation>
    </message>
    <message>
        <source>Save as...</source>
        <translation>Salvar como...</translation>
    </message>
    <message>
        <source>Save this session under another name</source>
        <translation>Salvar esta sessão com outro nome</translation>
    </message>
    <message>
        <source>Export results...</source>
        <translation>Exportar resultados...</translation>
    </message>
    <message>
        <source>Write this session&apos;s CSV files into a folder</source>
        <translation>Gravar os arquivos CSV desta sessão em uma pasta</translation>
    </message>
    <message>
        <source>Export picture...</source>
        <translation>Exportar imagem...</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Reduzir movimento</translation>
    </message>
    <message>
        <source>Numbers on the links instead of moving requests</source>
        <translation>Números nas ligações em vez de requisições em movimento</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Show the parameters</source>
        <translation>Mostrar os parâmetros</translation>
    </message>
    <message>
        <source>Scenario (TOML)</source>
        <translation>Cenário (TOML)</translation>
    </message>
    <message>
        <source>Show and edit the scenario as text, in step with the parameters</source>
        <translation>Mostrar e editar o cenário como texto, em sincronia com os parâmetros</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
    <message>
        <source>Show the charts</source>
        <translation>Mostrar os gráficos</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
    <message>
        <source>Look into one request, or all of them</source>
        <translation>Examinar uma requisição, ou todas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Mostrar todas as teclas</translation>
    </message>
    <message>
        <source>About Vazão</source>
        <translation>Sobre o Vazão</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Let time go fast: counts and charts stay live, requests do not move</source>
        <translation>Deixar o tempo correr rápido: contagens e gráficos ao vivo, requisições sem movimento</translation>
    </message>
    <message>
        <source>Until...</source>
        <translation>Até...</translation>
    </message>
    <message>
        <source>Let time go until an instant, a number of requests or a condition</source>
        <translation>Deixar o tempo correr até um instante, um número de requisições ou uma condição</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Ramificar aqui</translation>
    </message>
    <message>
        <source>A second run goes on from the past instant shown</source>
        <translation>Uma segunda execução continua a partir do instante passado que é mostrado</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Desfazer a última mudança</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>Refazer a mudança que foi desfeita</translation>
    </message>
    <message>
        <source>Reset parameters</source>
        <translation>Restaurar parâmetros</translation>
    </message>
    <message>
        <source>All parameters as the run began</source>
        <translation>Todos os parâmetros como no início da execução</translation>
    </message>
    <message>
        <source>Command palette...</source>
        <translation>Paleta de comandos...</translation>
    </message>
    <message>
        <source>Find an action, a scenario or a parameter by a few letters</source>
        <translation>Encontrar uma ação, um cenário ou um parâmetro com poucas letras</translation>
    </message>
    <message>
        <source>Write the diagram as a picture: PNG, SVG or PDF</source>
        <translation>Gravar o diagrama como imagem: PNG, SVG ou PDF</translation>
    </message>
    <message>
        <source>Export animation...</source>
        <translation>Exportar animação...</translation>
    </message>
    <message>
        <source>Write a span of the run as an animation: GIF or WebP</source>
        <translation>Gravar um trecho da execução como animação: GIF ou WebP</translation>
    </message>
    <message>
        <source>Export report...</source>
        <translation>Exportar relatório...</translation>
    </message>
    <message>
        <source>Write this session as one HTML page: scenario, figures and charts</source>
        <translation>Gravar esta sessão como uma página HTML: cenário, números e gráficos</translation>
    </message>
    <message>
        <source>Chart: throughput</source>
        <translation>Gráfico: vazão</translation>
    </message>
    <message>
        <source>Show or hide this chart</source>
        <translation>Mostrar ou ocultar este gráfico</translation>
    </message>
    <message>
        <source>Chart: response time</source>
        <translation>Gráfico: tempo de resposta</translation>
    </message>
    <message>
        <source>Chart: where requests wait</source>
        <translation>Gráfico: onde as requisições esperam</translation>
    </message>
    <message>
        <source>Chart: utilisation per worker</source>
        <translation>Gráfico: utilização por worker</translation>
    </message>
    <message>
        <source>Chart: queue lengths</source>
        <translation>Gráfico: tamanho das filas</translation>
    </message>
    <message>
        <source>Chart: histogram of response times</source>
        <translation>Gráfico: histograma dos tempos de resposta</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>What is drawn, how it works, and what the words mean</source>
        <translation>O que está desenhado, como funciona e o que as palavras querem dizer</translation>
    </message>
    <message>
        <source>Shelf of lessons</source>
        <translation>Estante de lições</translation>
    </message>
    <message>
        <source>Choose a lesson, or go on with one</source>
        <translation>Escolher uma lição, ou continuar uma</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lição</translation>
    </message>
    <message>
        <source>Go on with the lesson beside the diagram, or close it</source>
        <translation>Continuar a lição ao lado do diagrama, ou fechá-la</translation>
    </message>
    <message>
        <source>The next step of the lesson</source>
        <translation>O próximo passo da lição</translation>
    </message>
    <message>
        <source>The step of the lesson before this one</source>
        <translation>O passo da lição antes deste</translation>
    </message>
    <message>
        <source>The step of the lesson from its beginning</source>
        <translation>O passo da lição desde o começo</translation>
    </message>
    <message>
        <source>Skip the prediction, or the rest of the run</source>
        <translation>Pular a previsão, ou o resto da execução</translation>
    </message>
    <message>
        <source>Teacher mode...</source>
        <translation>Modo professor...</translation>
    </message>
    <message>
        <source>Lock parameters, hide answers, gather the class&apos;s predictions</source>
        <translation>Travar parâmetros, esconder respostas, reunir as previsões da turma</translation>
    </message>
    <message>
        <source>Export the class&apos;s predictions...</source>
        <translation>Exportar as previsões da turma...</translation>
    </message>
    <message>
        <source>Write the predictions in the class&apos;s file as a table (CSV)</source>
        <translation>Gravar as previsões do arquivo da turma como tabela (CSV)</translation>
    </message>
    <message>
        <source>Compare A | B</source>
        <translation>Comparar A | B</translation>
    </message>
    <message>
        <source>A second server beside this one: the same clients, arrivals and draws</source>
        <translation>Um segundo servidor ao lado deste: os mesmos clientes, chegadas e sorteios</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <source>Laws and theory held against this run: can it be believed?</source>
        <translation>Leis e teoria confrontadas com esta execução: dá para acreditar nela?</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Suposições</translation>
    </message>
    <message>
        <source>What the model assumes, and what it leaves out</source>
        <translation>O que o modelo supõe e o que deixa de fora</translation>
    </message>
    <message>
        <source>Experiment...</source>
        <translation>Experimento...</translation>
    </message>
    <message>
        <source>Sweep parameters, or look for the cheapest server that meets targets</source>
        <translation>Varrer parâmetros, ou procurar o servidor mais barato que cumpre as metas</translation>
    </message>
    <message>
        <source>Open results...</source>
        <translation>Abrir resultados...</translation>
    </message>
    <message>
        <source>Open a folder of results, run it again and compare</source>
        <translation>Abrir uma pasta de resultados, rodar de novo e comparar</translation>
    </message>
    <message>
        <source>Past runs...</source>
        <translation>Execuções anteriores...</translation>
    </message>
    <message>
        <source>The runs that were left, with scenario and seed</source>
        <translation>As execuções que ficaram para trás, com cenário e semente</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>Teste de realidade</translation>
    </message>
    <message>
        <source>Run this scenario on a real uvicorn, and see measured beside simulated</source>
        <translation>Executar este cenário em um uvicorn de verdade e ver o medido ao lado do simulado</translation>
    </message>
    <message>
        <source>From a log or an app...</source>
        <translation>De um log ou de um app...</translation>
    </message>
    <message>
        <source>Make a scenario from an access log, from your own app, or from an AsyncFlow topology</source>
        <translation>Criar um cenário a partir de um log de acesso, do seu próprio app ou de uma topologia do AsyncFlow</translation>
    </message>
    <message>
        <source>Compare: one as a ghost</source>
        <translation>Comparar: um como fantasma</translation>
    </message>
    <message>
        <source>One large diagram, with the other server as a ghost behind it</source>
        <translation>Um só diagrama, grande, com o outro servidor como fantasma por trás</translation>
    </message>
    <message>
        <source>Compare: swap diagram and ghost</source>
        <translation>Comparar: trocar diagrama e fantasma</translation>
    </message>
    <message>
        <source>Show the server that was the ghost</source>
        <translation>Mostrar o servidor que era o fantasma</translation>
    </message>
    <message>
        <source>Lesson: next step</source>
        <translation>Lição: próximo passo</translation>
    </message>
    <message>
        <source>Lesson: step back</source>
        <translation>Lição: passo anterior</translation>
    </message>
    <message>
        <source>Lesson: this step again</source>
        <translation>Lição: repetir o passo</translation>
    </message>
    <message>
        <source>Lesson: show the result</source>
        <translation>Lição: mostrar o resultado</translation>
    </message>
</context>
<context>
    <name>AnimationDialog</name>
    <message>
        <source>Choose a file...</source>
        <translation>Escolher um arquivo...</translation>
    </message>
    <message>
        <source>Export an animation</source>
        <translation>Exportar uma animação</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Imagens por segundo</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>O fim precisa vir depois do início.</translation>
    </message>
    <message>
        <source>{count} pictures are too many: at most {most}. Choose less time, or a higher speed.</source>
        <translation>{count} imagens são demais: no máximo {most}. Escolha menos tempo ou uma velocidade maior.</translation>
    </message>
    <message>
        <source>{count} pictures of {width} × {height}: {seconds} s to look at, at {speed}.</source>
        <translation>{count} imagens de {width} × {height}: {seconds} s de animação, a {speed}.</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>Making the run again up to {time} s</source>
        <translation>Refazendo a execução até {time} s</translation>
    </message>
    <message>
        <source>Branched at {time} s; dotted: the first run</source>
        <translation>Ramificada em {time} s; pontilhada: a primeira execução</translation>
    </message>
</context>
<context>
    <name>BrokenCard</name>
    <message>
        <source>{name} cannot be opened</source>
        <translation>{name} não pode ser aberta</translation>
    </message>
</context>
<context>
    <name>CalibrateDialog</name>
    <message>
        <source>Scenario from a log or an app</source>
        <translation>Cenário de um log ou de um app</translation>
    </message>
    <message>
        <source>Fits distributions to what was measured. What a log cannot tell is marked as assumed in the scenario.</source>
        <translation>Ajusta distribuições ao que foi medido. O que um log não diz fica marcado como suposto no cenário.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>A partir de</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>Na pasta</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rotas</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Tipo da rota</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Salvar como</translation>
    </message>
    <message>
        <source>a log</source>
        <translation>um log</translation>
    </message>
    <message>
        <source>my app, which is run and asked</source>
        <translation>meu app, que é executado e consultado</translation>
    </message>
    <message>
        <source>an AsyncFlow topology</source>
        <translation>uma topologia do AsyncFlow</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>async def that blocks</source>
        <translation>async def que bloqueia</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Escolher...</translation>
    </message>
    <message>
        <source>Make scenario</source>
        <translation>Criar cenário</translation>
    </message>
    <message>
        <source>Open scenario</source>
        <translation>Abrir cenário</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Measured times, and the distributions that fit them</source>
        <translation>Tempos medidos e as distribuições que se ajustam a eles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>ChallengeView</name>
    <message>
        <source>met</source>
        <translation>atingida</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>não atingida</translation>
    </message>
    <message numerus="yes">
        <source>Check on %n fresh seed(s)</source>
        <translation>
            <numerusform>Conferir com %n semente nova</numerusform>
            <numerusform>Conferir com %n sementes novas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Show all charts (Esc)</source>
        <translation>Mostrar todos os gráficos (Esc)</translation>
    </message>
    <message>
        <source>Enlarge (Enter)</source>
        <translation>Ampliar (Enter)</translation>
    </message>
    <message>
        <source>Export, hide and more</source>
        <translation>Exportar, ocultar e mais</translation>
    </message>
</context>
<context>
    <name>ChartMenu</name>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Show all charts</source>
        <translation>Mostrar todos os gráficos</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Export picture (PNG)...</source>
        <translation>Exportar imagem (PNG)...</translation>
    </message>
    <message>
        <source>Export drawing (SVG)...</source>
        <translation>Exportar desenho (SVG)...</translation>
    </message>
    <message>
        <source>Export data (CSV)...</source>
        <translation>Exportar dados (CSV)...</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>before the branch</source>
        <translation>antes do ramo</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>on a real server</source>
        <translation>em um servidor real</translation>
    </message>
    <message>
        <source>real</source>
        <translation>real</translation>
    </message>
</context>
<context>
    <name>ChartsPanel</name>
    <message>
        <source>Charts</source>
        <translation>Gráficos</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>The class&apos;s file</source>
        <translation>Arquivo da turma</translation>
    </message>
    <message>
        <source>Export the class&apos;s predictions</source>
        <translation>Exportar as previsões da turma</translation>
    </message>
    <message>
        <source>{file}: no line of it is a prediction</source>
        <translation>{file}: nenhuma linha é uma previsão</translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s) written into {file}</source>
        <translation>
            <numerusform>%n previsão gravada em {file}</numerusform>
            <numerusform>%n previsões gravadas em {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n line(s) could not be read</source>
        <translation>
            <numerusform>; %n linha não pôde ser lida</numerusform>
            <numerusform>; %n linhas não puderam ser lidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>at {time}</source>
        <translation>em {time}</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Tempo de resposta</translation>
    </message>
    <message>
        <source>Change {side}</source>
        <translation>Mudar {side}</translation>
    </message>
    <message>
        <source>The parameters of {side}; those of the clients are the same for both</source>
        <translation>Os parâmetros de {side}; os dos clientes são os mesmos para os dois</translation>
    </message>
    <message>
        <source>Typical pairs</source>
        <translation>Pares típicos</translation>
    </message>
    <message>
        <source>B like A</source>
        <translation>B igual a A</translation>
    </message>
    <message>
        <source>Begin again with B as A is now</source>
        <translation>Recomeçar com B como A está agora</translation>
    </message>
    <message>
        <source>Save...</source>
        <translation>Salvar...</translation>
    </message>
    <message>
        <source>Save both as scenarios, and a file that opens them</source>
        <translation>Salvar os dois como cenários, e um arquivo que os abre</translation>
    </message>
    <message>
        <source>Compare A | B</source>
        <translation>Comparar A | B</translation>
    </message>
    <message>
        <source>Difference B − A</source>
        <translation>Diferença B − A</translation>
    </message>
    <message>
        <source>paired by request, 95 % interval</source>
        <translation>aos pares, por requisição, intervalo de 95 %</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>diferença</translation>
    </message>
    <message>
        <source>mean response, ms</source>
        <translation>resposta média, ms</translation>
    </message>
    <message>
        <source>p95 response, ms</source>
        <translation>resposta p95, ms</translation>
    </message>
    <message>
        <source>goodput, /s</source>
        <translation>vazão útil, /s</translation>
    </message>
    <message>
        <source>errors, /s</source>
        <translation>erros, /s</translation>
    </message>
    <message>
        <source>loop held, %</source>
        <translation>laço ocupado, %</translation>
    </message>
    <message>
        <source>threads used, mean</source>
        <translation>threads em uso, média</translation>
    </message>
    <message>
        <source>accept queue, mean</source>
        <translation>fila de aceitação, média</translation>
    </message>
    <message>
        <source>too early to tell</source>
        <translation>cedo demais para dizer</translation>
    </message>
    <message>
        <source>no difference seen</source>
        <translation>sem diferença</translation>
    </message>
    <message>
        <source>{count} pairs of requests</source>
        <translation>{count} pares de requisições</translation>
    </message>
    <message>
        <source>Too early to tell</source>
        <translation>Cedo demais para dizer</translation>
    </message>
    <message>
        <source>No difference seen</source>
        <translation>Nenhuma diferença à vista</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>nada difere</translation>
    </message>
    <message>
        <source>only {key} differs</source>
        <translation>só {key} difere</translation>
    </message>
    <message>
        <source>{count} values differ</source>
        <translation>{count} valores diferem</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Vazão</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>{unit}, last {span}</source>
        <translation>{unit}, janela de {span}</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erros</translation>
    </message>
    <message>
        <source>requests/s, mean of {span}</source>
        <translation>requisições/s, média de {span}</translation>
    </message>
    <message>
        <source>requests where most are, mean of {span}</source>
        <translation>requisições onde há mais, média de {span}</translation>
    </message>
    <message>
        <source>Where requests wait</source>
        <translation>Onde as requisições esperam</translation>
    </message>
    <message>
        <source>Queue lengths</source>
        <translation>Tamanho das filas</translation>
    </message>
    <message>
        <source>Utilisation of the workers</source>
        <translation>Utilização dos workers</translation>
    </message>
    <message>
        <source>Histogram of response times</source>
        <translation>Histograma dos tempos de resposta</translation>
    </message>
    <message>
        <source>% of the answers of {span}</source>
        <translation>% das respostas de {span}</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Show another chart of both</source>
        <translation>Mostrar outro gráfico dos dois</translation>
    </message>
    <message>
        <source>Show one chart</source>
        <translation>Mostrar um só gráfico</translation>
    </message>
    <message>
        <source>Show all charts</source>
        <translation>Mostrar todos os gráficos</translation>
    </message>
    <message>
        <source>at {time}, B − A: {difference}</source>
        <translation>em {time}, B − A: {difference}</translation>
    </message>
    <message>
        <source>Drag, or press Left and Right, to go back in time in both</source>
        <translation>Arraste, ou use as setas para os lados, para voltar no tempo nos dois</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>Exactly the same</source>
        <translation>Exatamente iguais</translation>
    </message>
    <message>
        <source>zero difference · {pairs}</source>
        <translation>diferença zero · {pairs}</translation>
    </message>
    <message>
        <source>at most {time} either way, 95 % · {pairs}</source>
        <translation>no máximo {time} para cada lado, 95 % · {pairs}</translation>
    </message>
    <message>
        <source>{time} faster on average</source>
        <translation>{time} mais rápido em média</translation>
    </message>
    <message>
        <source>between {low} and {high}, 95 % · {pairs}</source>
        <translation>entre {low} e {high}, 95 % · {pairs}</translation>
    </message>
    <message>
        <source>Same clients, same draws</source>
        <translation>Mesmos clientes e sorteios</translation>
    </message>
    <message>
        <source>Same clients, same arrivals, same draws</source>
        <translation>Mesmos clientes, chegadas e sorteios</translation>
    </message>
    <message>
        <source>✓ same arrivals: {count} of {count}</source>
        <translation>✓ chegadas iguais: {count} de {count}</translation>
    </message>
    <message>
        <source>{alike} of {pairs} sent at the same instant</source>
        <translation>{alike} de {pairs} enviadas no mesmo instante</translation>
    </message>
    <message>
        <source>A pair is the same request in A and in B, with the same draws. Only requests that ended in both are compared, up to the first one that still waits: later ones with quick answers would count too often.</source>
        <translation>Um par é a mesma requisição em A e em B, com os mesmos sorteios. Só se comparam as que terminaram nos dois, até a primeira que ainda espera: entre as seguintes, as de resposta rápida contariam demais.</translation>
    </message>
    <message>
        <source>pairs count from {time} on, after the warm-up</source>
        <translation>os pares contam a partir de {time}, depois do aquecimento</translation>
    </message>
    <message>
        <source>ghost</source>
        <translation>fantasma</translation>
    </message>
    <message>
        <source>Ghost of {other}</source>
        <translation>Fantasma de {other}</translation>
    </message>
    <message>
        <source>One large diagram: {side}, with {other} as a ghost behind it</source>
        <translation>Um só diagrama, grande: {side}, com {other} como fantasma por trás</translation>
    </message>
    <message>
        <source>Show both diagrams again</source>
        <translation>Mostrar de novo os dois diagramas</translation>
    </message>
    <message>
        <source>The window is too narrow for two diagrams</source>
        <translation>A janela é estreita demais para dois diagramas</translation>
    </message>
    <message>
        <source>Show {other}</source>
        <translation>Mostrar {other}</translation>
    </message>
    <message>
        <source>Show {other}, with {side} as its ghost</source>
        <translation>Mostrar {other}, com {side} como fantasma</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>intervalo de 95 %</translation>
    </message>
    <message>
        <source>1 pair of requests</source>
        <translation>1 par de requisições</translation>
    </message>
</context>
<context>
    <name>Crosshair</name>
    <message>
        <source>at {time}</source>
        <translation>em {time}</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>patience {time}</source>
        <translation>paciência {time}</translation>
    </message>
    <message>
        <source>{count} more clients</source>
        <translation>mais {count} clientes</translation>
    </message>
    <message>
        <source>In flight: {requests}</source>
        <translation>Em andamento: {requests}</translation>
    </message>
    <message>
        <source>Gives up after {time}; the server goes on all the same.</source>
        <translation>Desiste depois de {time}; o servidor continua mesmo assim.</translation>
    </message>
    <message>
        <source>A source of requests; its shape is theirs.</source>
        <translation>Uma fonte de requisições; a forma dela é a delas.</translation>
    </message>
    <message>
        <source>1 user</source>
        <translation>1 usuário</translation>
    </message>
    <message>
        <source>{count} users</source>
        <translation>{count} usuários</translation>
    </message>
    <message>
        <source>bottleneck: {name}</source>
        <translation>gargalo: {name}</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>gargalo</translation>
    </message>
    <message>
        <source>{count} workers</source>
        <translation>{count} workers</translation>
    </message>
    <message>
        <source>the arc: share of the last second the loop was held</source>
        <translation>arco: laço ocupado no último segundo</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>em E/S</translation>
    </message>
    <message>
        <source>1 cell = {count} requests</source>
        <translation>1 célula = {count} requisições</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 requisição</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} requisições</translation>
    </message>
    <message>
        <source>in a blocking call, holds the loop</source>
        <translation>em chamada bloqueante, prende o laço</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>on its way to the server</source>
        <translation>a caminho do servidor</translation>
    </message>
    <message>
        <source>waits to be accepted</source>
        <translation>espera ser aceita</translation>
    </message>
    <message>
        <source>waits for the loop</source>
        <translation>espera o laço</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>waits for the processor or the GIL</source>
        <translation>espera o processador ou o GIL</translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation>espera uma thread</translation>
    </message>
    <message>
        <source>waits for a connection of the pool</source>
        <translation>espera uma conexão do pool</translation>
    </message>
    <message>
        <source>waits for the service</source>
        <translation>espera o serviço</translation>
    </message>
    <message>
        <source>answered, on its way back</source>
        <translation>respondida, a caminho de volta</translation>
    </message>
    <message>
        <source>answered; its background work goes on</source>
        <translation>respondida; seu trabalho em segundo plano continua</translation>
    </message>
    <message>
        <source>given up by its client; the server goes on</source>
        <translation>abandonada pelo cliente; o servidor continua</translation>
    </message>
    <message>
        <source>Request {number}</source>
        <translation>Requisição {number}</translation>
    </message>
    <message>
        <source>dropped at the full accept queue, tries again</source>
        <translation>descartada na fila de aceitação cheia, tenta de novo</translation>
    </message>
    <message>
        <source>Sent {time} ago</source>
        <translation>Enviada há {time}</translation>
    </message>
    <message>
        <source>Attempt {attempt}, after request {first}</source>
        <translation>Tentativa {attempt}, depois da requisição {first}</translation>
    </message>
    <message>
        <source>Its client gives up in {time}</source>
        <translation>O cliente desiste em {time}</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is blocked by &lt;c&gt;{path}&lt;/c&gt;{call}{waiters}</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está bloqueado por &lt;c&gt;{path}&lt;/c&gt;{call}{waiters}</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for its loop, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation>: &lt;b&gt;{ready}&lt;/b&gt; à espera do laço e &lt;b&gt;mais {unaccepted}&lt;/b&gt; à espera de aceitação.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera pelo laço dele.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for its loop.</source>
        <translation>: &lt;b&gt;{ready} requisições&lt;/b&gt; esperam pelo laço dele.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits to be accepted.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera ser aceita.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted.</source>
        <translation>: &lt;b&gt;{unaccepted} requisições&lt;/b&gt; esperam ser aceitas.</translation>
    </message>
    <message>
        <source>; nobody waits for it.</source>
        <translation>; ninguém espera por ele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation>&lt;b&gt;Todos os {of} workers&lt;/b&gt; estão bloqueados{waiters}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} of {of} workers&lt;/b&gt; are blocked{waiters}</source>
        <translation>&lt;b&gt;{workers} de {of} workers&lt;/b&gt; estão bloqueados{waiters}</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} wait&lt;/b&gt; for their loops, &lt;b&gt;{unaccepted} more&lt;/b&gt; to be accepted.</source>
        <translation>: &lt;b&gt;{ready}&lt;/b&gt; à espera dos laços e &lt;b&gt;mais {unaccepted}&lt;/b&gt; à espera de aceitação.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;1 request&lt;/b&gt; waits for a loop.</source>
        <translation>: &lt;b&gt;1 requisição&lt;/b&gt; espera por um laço.</translation>
    </message>
    <message>
        <source>: &lt;b&gt;{ready} requests&lt;/b&gt; wait for their loops.</source>
        <translation>: &lt;b&gt;{ready} requisições&lt;/b&gt; esperam pelos laços.</translation>
    </message>
    <message>
        <source>; nobody waits for them.</source>
        <translation>; ninguém espera por eles.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{workers} workers&lt;/b&gt; have no thread left: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation>&lt;b&gt;{workers} workers&lt;/b&gt; estão sem threads livres: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;1 request&lt;/b&gt; waits for one.</source>
        <translation>&lt;b&gt;Todas as {limit} threads&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; estão ocupadas: &lt;b&gt;1 requisição&lt;/b&gt; espera por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} threads&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; are taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation>&lt;b&gt;Todas as {limit} threads&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; estão ocupadas: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue is full&lt;/b&gt; ({waiting} of {limit}): the kernel drops new connections.</source>
        <translation>&lt;b&gt;A fila de aceitação está cheia&lt;/b&gt; ({waiting} de {limit}): o kernel descarta novas conexões.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;1 request&lt;/b&gt; waits for its loop.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está ocupado {share} % do tempo: &lt;b&gt;1 requisição&lt;/b&gt; espera pelo laço dele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is busy {share} % of the time: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for its loop.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está ocupado {share} % do tempo: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam pelo laço dele.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} wait&lt;/b&gt; for a loop, &lt;b&gt;{unaccepted}&lt;/b&gt; to be accepted; {busy}</source>
        <translation>&lt;b&gt;{ready}&lt;/b&gt; à espera de um laço, &lt;b&gt;{unaccepted}&lt;/b&gt; à espera de aceitação; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits for a loop; {busy}</source>
        <translation>&lt;b&gt;1 requisição&lt;/b&gt; espera por um laço; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{ready} requests&lt;/b&gt; wait for a loop; {busy}</source>
        <translation>&lt;b&gt;{ready} requisições&lt;/b&gt; esperam por um laço; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;1 request&lt;/b&gt; waits to be accepted; {busy}</source>
        <translation>&lt;b&gt;1 requisição&lt;/b&gt; espera ser aceita; {busy}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{unaccepted} requests&lt;/b&gt; wait to be accepted; {busy}</source>
        <translation>&lt;b&gt;{unaccepted} requisições&lt;/b&gt; esperam ser aceitas; {busy}</translation>
    </message>
    <message>
        <source>the worker is &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation>o worker está &lt;b&gt;{share} %&lt;/b&gt; ocupado.</translation>
    </message>
    <message>
        <source>the workers are &lt;b&gt;{share} %&lt;/b&gt; busy.</source>
        <translation>os workers estão &lt;b&gt;{share} %&lt;/b&gt; ocupados.</translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;{io} requests&lt;/b&gt; are in I/O, {busy}</source>
        <translation>Ninguém espera: &lt;b&gt;{io} requisições&lt;/b&gt; estão em E/S, {busy}</translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;1 request&lt;/b&gt; is in I/O, {busy}</source>
        <translation>Ninguém espera: &lt;b&gt;1 requisição&lt;/b&gt; está em E/S, {busy}</translation>
    </message>
    <message>
        <source>Nobody waits: {busy}</source>
        <translation>Ninguém espera: {busy}</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Nada foi enviado ainda.</translation>
    </message>
    <message>
        <source>down</source>
        <translation>fora do ar</translation>
    </message>
    <message>
        <source>hangs</source>
        <translation>travado</translation>
    </message>
    <message>
        <source>slow × {factor}</source>
        <translation>lento × {factor}</translation>
    </message>
    <message>
        <source>It is down: every call to it fails at once, and its request too.</source>
        <translation>Está fora do ar: cada chamada falha na hora, e a requisição com ela.</translation>
    </message>
    <message>
        <source>It hangs: what it works on is answered when that is over.</source>
        <translation>Está travado: o que está em atendimento só é respondido quando isso passar.</translation>
    </message>
    <message>
        <source>It is slow: calls take {factor} times as long.</source>
        <translation>Está lento: as chamadas demoram {factor} vezes mais.</translation>
    </message>
    <message>
        <source>{count} in service</source>
        <translation>{count} em serviço</translation>
    </message>
    <message>
        <source>Takes {time} on average</source>
        <translation>Leva {time} em média</translation>
    </message>
    <message>
        <source>Waiting for a place: {count}</source>
        <translation>Esperando por um lugar: {count}</translation>
    </message>
    <message>
        <source>Connections of all pools together: at most {count}</source>
        <translation>Conexões de todos os pools juntos: no máximo {count}</translation>
    </message>
    <message>
        <source>What the app waits for: time in it is nobody&apos;s CPU.</source>
        <translation>O que a aplicação espera: o tempo aqui não é CPU de ninguém.</translation>
    </message>
    <message>
        <source>max {count}</source>
        <translation>máx. {count}</translation>
    </message>
    <message>
        <source>{count} not drawn</source>
        <translation>{count} ocultas</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>Connections wait in the kernel until a worker accepts them: first come, first served.</source>
        <translation>As conexões esperam no kernel até um worker aceitá-las, por ordem de chegada.</translation>
    </message>
    <message>
        <source>uvicorn does not hand requests out: its workers pull connections from one socket.</source>
        <translation>O uvicorn não distribui requisições: os workers puxam conexões de um único socket.</translation>
    </message>
    <message>
        <source>workers pull from one socket</source>
        <translation>todos puxam de um socket</translation>
    </message>
    <message>
        <source>full</source>
        <translation>cheia</translation>
    </message>
    <message>
        <source>1 dropped, comes again</source>
        <translation>1 descartada, volta</translation>
    </message>
    <message>
        <source>{count} dropped, come again</source>
        <translation>{count} descartadas, voltam</translation>
    </message>
    <message>
        <source>and {count} more, not drawn</source>
        <translation>e mais {count} ocultas</translation>
    </message>
    <message>
        <source>first {drawn} of {capacity} slots drawn</source>
        <translation>primeiras {drawn} de {capacity} vagas</translation>
    </message>
    <message>
        <source>all its slots drawn</source>
        <translation>todas as vagas desenhadas</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceitas</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondidas</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>conexões</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagrama</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prontas</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>pool</translation>
    </message>
    <message>
        <source>pool full</source>
        <translation>pool cheio</translation>
    </message>
    <message>
        <source>{count} wait</source>
        <translation>{count} em espera</translation>
    </message>
    <message>
        <source>threads full</source>
        <translation>threads esgotadas</translation>
    </message>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>caiu</translation>
    </message>
    <message>
        <source>BLOCKED</source>
        <translation>BLOQUEADO</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>terminando</translation>
    </message>
    <message>
        <source>loop free</source>
        <translation>laço livre</translation>
    </message>
    <message>
        <source>starting, {time} left</source>
        <translation>iniciando, faltam {time}</translation>
    </message>
    <message>
        <source>max requests</source>
        <translation>máx. de requisições</translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation>será substituído</translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation>esperando E/S</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>sem trabalho</translation>
    </message>
    <message>
        <source>{name}, {state}, {requests} ready</source>
        <translation>{name}, {state}, prontas: {requests}</translation>
    </message>
    <message>
        <source>Its event loop is held by a call that only waits: nothing else runs in this process.</source>
        <translation>O laço de eventos está preso por uma chamada que só espera: nada mais roda neste processo.</translation>
    </message>
    <message>
        <source>Loop held for {share} of the last second</source>
        <translation>Laço ocupado por {share} do último segundo</translation>
    </message>
    <message>
        <source>Ready, waiting for the loop: {count}</source>
        <translation>Prontas, à espera do laço: {count}</translation>
    </message>
    <message>
        <source>Threads taken: {part}</source>
        <translation>Threads ocupadas: {part}</translation>
    </message>
    <message>
        <source>Waiting for a thread: {count}</source>
        <translation>À espera de uma thread: {count}</translation>
    </message>
    <message>
        <source>In I/O, the loop free: {count}</source>
        <translation>Em E/S, com o laço livre: {count}</translation>
    </message>
    <message>
        <source>One process with one event loop; it runs one piece of Python at a time.</source>
        <translation>Um processo com um laço de eventos; roda um trecho de Python por vez.</translation>
    </message>
    <message>
        <source>Connections to {service}: {part}</source>
        <translation>Conexões com {service}: {part}</translation>
    </message>
    <message>
        <source>Connections to {service}: {part}, waiting for one: {count}</source>
        <translation>Conexões com {service}: {part}, esperando por uma: {count}</translation>
    </message>
    <message>
        <source>The process starts: it accepts nothing yet.</source>
        <translation>O processo está iniciando: ainda não aceita nada.</translation>
    </message>
    <message>
        <source>It accepts nothing more, and ends when it has finished what it holds.</source>
        <translation>Não aceita mais nada e termina quando concluir o que tem.</translation>
    </message>
    <message>
        <source>The process has ended; the supervisor starts another.</source>
        <translation>O processo terminou; o supervisor inicia outro.</translation>
    </message>
    <message>
        <source>The process crashed, and what it had is lost; the supervisor starts another.</source>
        <translation>O processo caiu, e o que ele tinha se perdeu; o supervisor inicia outro.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusadas</translation>
    </message>
    <message>
        <source>rejected (503)</source>
        <translation>rejeitadas (503)</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>com falha</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>com tempo esgotado</translation>
    </message>
    <message>
        <source>Refused: no connection came about.</source>
        <translation>Recusadas: não houve conexão.</translation>
    </message>
    <message>
        <source>Rejected: answered with a 503.</source>
        <translation>Rejeitadas: respondidas com 503.</translation>
    </message>
    <message>
        <source>Failed: another 5xx, or the connection was lost.</source>
        <translation>Com falha: outro 5xx, ou a conexão se perdeu.</translation>
    </message>
    <message>
        <source>Timed out: the client gave up; the server may go on.</source>
        <translation>Tempo esgotado: o cliente desistiu; o servidor pode continuar.</translation>
    </message>
    <message>
        <source>orphan work</source>
        <translation>trabalho órfão</translation>
    </message>
    <message>
        <source>background work</source>
        <translation>em segundo plano</translation>
    </message>
    <message>
        <source>restarts</source>
        <translation>reinícios</translation>
    </message>
    <message>
        <source>{count} · {idle} idle</source>
        <translation>{count} · {idle} ociosas</translation>
    </message>
    <message>
        <source>{count} · 1 idle</source>
        <translation>{count} · 1 ociosa</translation>
    </message>
    <message>
        <source>The accept queue is full: the kernel drops new connections, whose clients try again later.</source>
        <translation>A fila de aceitação está cheia: o kernel descarta novas conexões, e os clientes tentam de novo mais tarde.</translation>
    </message>
    <message>
        <source>Orphan work, whose clients have left: {count}</source>
        <translation>Trabalho órfão, cujos clientes já foram embora: {count}</translation>
    </message>
    <message>
        <source>Background work, behind an answer: {count}</source>
        <translation>Trabalho em segundo plano, depois da resposta: {count}</translation>
    </message>
    <message>
        <source>limit_concurrency {count}: a worker with so many connections, idle ones too, answers 503.</source>
        <translation>limit_concurrency {count}: um worker com tantas conexões, também ociosas, responde 503.</translation>
    </message>
    <message>
        <source>limit_max_requests {count}: then a worker ends.</source>
        <translation>limit_max_requests {count}: depois disso o worker termina.</translation>
    </message>
    <message>
        <source>Worker processes that took another&apos;s place: {count}</source>
        <translation>Processos worker que substituíram outro: {count}</translation>
    </message>
    <message>
        <source>Open connections: {count}, of these idle: {idle}</source>
        <translation>Conexões abertas: {count}, das quais ociosas: {idle}</translation>
    </message>
    <message>
        <source> 1 of them was already given up.</source>
        <translation> 1 delas já foi abandonada.</translation>
    </message>
    <message>
        <source> {count} of them were already given up.</source>
        <translation> {count} delas já foram abandonadas.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service} is down&lt;/b&gt;: every call to it fails at once{end}</source>
        <translation>&lt;b&gt;{service} está fora do ar&lt;/b&gt;: cada chamada falha na hora{end}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service} hangs&lt;/b&gt;: &lt;b&gt;1 request&lt;/b&gt; waits for its answer{end}</source>
        <translation>&lt;b&gt;{service} travou&lt;/b&gt;: &lt;b&gt;1 requisição&lt;/b&gt; espera a resposta{end}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service} hangs&lt;/b&gt;: &lt;b&gt;{io} requests&lt;/b&gt; wait for its answer{end}</source>
        <translation>&lt;b&gt;{service} travou&lt;/b&gt;: &lt;b&gt;{io} requisições&lt;/b&gt; esperam a resposta{end}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service} is slow&lt;/b&gt;, {factor} times: &lt;b&gt;{io}&lt;/b&gt; in service, &lt;b&gt;{waiting} more&lt;/b&gt; wait for it{end}</source>
        <translation>&lt;b&gt;{service} está lento&lt;/b&gt;, {factor} vezes: &lt;b&gt;{io}&lt;/b&gt; em atendimento, &lt;b&gt;mais {waiting}&lt;/b&gt; esperam{end}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service} is slow&lt;/b&gt;, {factor} times: &lt;b&gt;{io}&lt;/b&gt; in service{end}</source>
        <translation>&lt;b&gt;{service} está lento&lt;/b&gt;, {factor} vezes: &lt;b&gt;{io}&lt;/b&gt; em atendimento{end}</translation>
    </message>
    <message>
        <source>; {time} to go.</source>
        <translation>; faltam {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody accepts connections&lt;/b&gt;: a worker is ready in {time}.</source>
        <translation>&lt;b&gt;Ninguém aceita conexões&lt;/b&gt;: um worker fica pronto em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody accepts connections&lt;/b&gt;: &lt;b&gt;{unaccepted}&lt;/b&gt; wait in the accept queue.</source>
        <translation>&lt;b&gt;Ninguém aceita conexões&lt;/b&gt;: &lt;b&gt;{unaccepted}&lt;/b&gt; esperam na fila de aceitação.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody accepts connections&lt;/b&gt;: no worker runs.</source>
        <translation>&lt;b&gt;Ninguém aceita conexões&lt;/b&gt;: nenhum worker está rodando.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker} crashed&lt;/b&gt;: what it had is lost; the supervisor starts another.</source>
        <translation>&lt;b&gt;O worker {worker} caiu&lt;/b&gt;: o que ele tinha se perdeu; o supervisor inicia outro.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue is full&lt;/b&gt; ({unaccepted} of {limit}): &lt;b&gt;1 connection&lt;/b&gt; was dropped, and comes again in {time}.</source>
        <translation>&lt;b&gt;A fila de aceitação está cheia&lt;/b&gt; ({unaccepted} de {limit}): &lt;b&gt;1 conexão&lt;/b&gt; foi descartada e volta em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue was full&lt;/b&gt;: &lt;b&gt;1 connection&lt;/b&gt; was dropped, and comes again in {time}.</source>
        <translation>&lt;b&gt;A fila de aceitação estava cheia&lt;/b&gt;: &lt;b&gt;1 conexão&lt;/b&gt; foi descartada e volta em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue is full&lt;/b&gt; ({unaccepted} of {limit}): &lt;b&gt;{waiting} connections&lt;/b&gt; were dropped; the next comes again in {time}.</source>
        <translation>&lt;b&gt;A fila de aceitação está cheia&lt;/b&gt; ({unaccepted} de {limit}): &lt;b&gt;{waiting} conexões&lt;/b&gt; foram descartadas; a próxima volta em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The accept queue was full&lt;/b&gt;: &lt;b&gt;{waiting} connections&lt;/b&gt; were dropped; the next comes again in {time}.</source>
        <translation>&lt;b&gt;A fila de aceitação estava cheia&lt;/b&gt;: &lt;b&gt;{waiting} conexões&lt;/b&gt; foram descartadas; a próxima volta em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service}&lt;/b&gt; works on {limit} at once and no more: &lt;b&gt;1 request&lt;/b&gt; waits for it.</source>
        <translation>&lt;b&gt;{service}&lt;/b&gt; atende {limit} por vez e não mais: &lt;b&gt;1 requisição&lt;/b&gt; espera.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{service}&lt;/b&gt; works on {limit} at once and no more: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for it.</source>
        <translation>&lt;b&gt;{service}&lt;/b&gt; atende {limit} por vez e não mais: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The pools of {workers} workers&lt;/b&gt; to {service} are full: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for a connection.</source>
        <translation>&lt;b&gt;Os pools de {workers} workers&lt;/b&gt; para {service} estão cheios: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma conexão.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} connections&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; to {service} are taken: &lt;b&gt;1 request&lt;/b&gt; waits for one.</source>
        <translation>&lt;b&gt;Todas as {limit} conexões&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; com {service} estão ocupadas: &lt;b&gt;1 requisição&lt;/b&gt; espera por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;All {limit} connections&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; to {service} are taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for one.</source>
        <translation>&lt;b&gt;Todas as {limit} conexões&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; com {service} estão ocupadas: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is starting; it accepts nothing yet.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está iniciando; ainda não aceita nada.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; is starting; it accepts in {time}.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; está iniciando; aceita em {time}.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; has served {limit} requests or more: it takes nothing new, and finishes &lt;b&gt;{waiting}&lt;/b&gt;.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; já atendeu {limit} requisições ou mais: não aceita nada novo e conclui &lt;b&gt;{waiting}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; takes nothing new, and finishes what it holds: &lt;b&gt;{waiting}&lt;/b&gt;.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; não aceita nada novo e conclui o que tem: &lt;b&gt;{waiting}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting}&lt;/b&gt; rejected with a 503 in the last second: &lt;c&gt;limit_concurrency&lt;/c&gt; {limit} counts every connection, idle ones too.</source>
        <translation>&lt;b&gt;{waiting}&lt;/b&gt; rejeitadas com 503 no último segundo: &lt;c&gt;limit_concurrency&lt;/c&gt; {limit} conta cada conexão, também as ociosas.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting}&lt;/b&gt; rejected with a 503 in the last second.</source>
        <translation>&lt;b&gt;{waiting}&lt;/b&gt; rejeitadas com 503 no último segundo.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting}&lt;/b&gt; failed in the last second: a 5xx, or no answer at all.</source>
        <translation>&lt;b&gt;{waiting}&lt;/b&gt; com falha no último segundo: um 5xx, ou nenhuma resposta.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting}&lt;/b&gt; given up in the last second; the server still works on &lt;b&gt;{orphans}&lt;/b&gt; that nobody waits for.</source>
        <translation>&lt;b&gt;{waiting}&lt;/b&gt; abandonadas no último segundo; o servidor ainda trabalha em &lt;b&gt;{orphans}&lt;/b&gt; que ninguém espera.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting}&lt;/b&gt; given up by their clients in the last second.</source>
        <translation>&lt;b&gt;{waiting}&lt;/b&gt; abandonadas pelos clientes no último segundo.</translation>
    </message>
    <message>
        <source>The server works on &lt;b&gt;1 request&lt;/b&gt; that nobody waits for.</source>
        <translation>O servidor trabalha em &lt;b&gt;1 requisição&lt;/b&gt; que ninguém espera.</translation>
    </message>
    <message>
        <source>The server works on &lt;b&gt;{orphans} requests&lt;/b&gt; that nobody waits for.</source>
        <translation>O servidor trabalha em &lt;b&gt;{orphans} requisições&lt;/b&gt; que ninguém espera.</translation>
    </message>
    <message>
        <source>Backlog (message queue)</source>
        <translation>Backlog (fila de mensagens)</translation>
    </message>
    <message>
        <source>The arrow leaves the APP, not uvicorn: your code puts the message into the queue and answers 202 at once; uvicorn knows nothing of tasks. The lesson&apos;s picture draws it from uvicorn, because it calls two queues backlog: this one, and the accept queue in front of uvicorn.</source>
        <translation>A seta sai do APP, não do uvicorn: é o seu código que põe a mensagem na fila e responde 202 na hora; o uvicorn não sabe nada de tarefas. O desenho da aula a traça a partir do uvicorn porque chama duas filas de backlog: esta, e a fila de aceitação diante do uvicorn.</translation>
    </message>
    <message>
        <source>Message queue, {count} wait</source>
        <translation>Fila de mensagens, {count} esperam</translation>
    </message>
    <message>
        <source>Published so far: {count}</source>
        <translation>Publicadas até agora: {count}</translation>
    </message>
    <message>
        <source>Room for {count}; then a route that enqueues answers 503</source>
        <translation>Cabem {count}; depois disso, uma rota que enfileira responde 503</translation>
    </message>
    <message>
        <source>Hidden until their visibility time-out: {count}</source>
        <translation>Invisíveis até o fim do tempo de invisibilidade: {count}</translation>
    </message>
    <message>
        <source>Delivered again so far: {count}</source>
        <translation>Reentregues até agora: {count}</translation>
    </message>
    <message>
        <source>Lag, published and not committed: {count}</source>
        <translation>Atraso (lag), publicadas e não confirmadas: {count}</translation>
    </message>
    <message>
        <source>consumers</source>
        <translation>consumidores</translation>
    </message>
    <message>
        <source>Consumer {number}</source>
        <translation>Consumidor {number}</translation>
    </message>
    <message>
        <source>finishes and leaves</source>
        <translation>termina e sai</translation>
    </message>
    <message>
        <source>waits for messages</source>
        <translation>espera mensagens</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>Works on {count} of {limit}</source>
        <translation>Executa {count} de {limit}</translation>
    </message>
    <message>
        <source>Reserved, not begun: {count}</source>
        <translation>Reservadas, não começadas: {count}</translation>
    </message>
    <message>
        <source>Prefetch {count}: so many unacknowledged at most</source>
        <translation>Prefetch {count}: no máximo tantas sem confirmação</translation>
    </message>
    <message>
        <source>Prefetch 0: it reserves all there are</source>
        <translation>Prefetch 0: reserva todas as que houver</translation>
    </message>
    <message>
        <source>Acknowledges as it begins: what it works on is lost when it crashes.</source>
        <translation>Confirma ao começar: o que está executando se perde se ele cair.</translation>
    </message>
    <message>
        <source>Acknowledges when it is done: after a crash others get it again.</source>
        <translation>Confirma ao terminar: depois de uma queda, outros a recebem de novo.</translation>
    </message>
    <message>
        <source>{name}, works on {count}, {reserved} reserved</source>
        <translation>{name}, executa {count}, {reserved} reservadas</translation>
    </message>
    <message>
        <source>{count} consumers, {busy} busy</source>
        <translation>{count} consumidores, {busy} em ação</translation>
    </message>
    <message>
        <source>dead letters</source>
        <translation>mensagens mortas</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>mortas</translation>
    </message>
    <message>
        <source>Completed so far: {count}</source>
        <translation>Concluídas até agora: {count}</translation>
    </message>
    <message>
        <source>Failed for good: {count}</source>
        <translation>Falharam de vez: {count}</translation>
    </message>
    <message>
        <source>Delivered as often as it may be, without success: put aside for somebody to look at.</source>
        <translation>Entregues tantas vezes quanto é permitido, sem sucesso: postas de lado para alguém olhar.</translation>
    </message>
    <message>
        <source>waits for a consumer</source>
        <translation>espera um consumidor</translation>
    </message>
    <message>
        <source>unacknowledged, hidden until its time-out</source>
        <translation>sem confirmação, invisível até o fim do tempo</translation>
    </message>
    <message>
        <source>reserved by a consumer, not begun</source>
        <translation>reservada por um consumidor, não começada</translation>
    </message>
    <message>
        <source>Message {number}</source>
        <translation>Mensagem {number}</translation>
    </message>
    <message>
        <source>Delivered again: delivery {count}</source>
        <translation>Reentregue: entrega {count}</translation>
    </message>
    <message>
        <source>Published by request {number}, {time} ago</source>
        <translation>Publicada pela requisição {number}, há {time}</translation>
    </message>
    <message>
        <source>message queue</source>
        <translation>fila de mensagens</translation>
    </message>
    <message>
        <source>lag {count}</source>
        <translation>atraso {count}</translation>
    </message>
    <message>
        <source>{count} redelivered</source>
        <translation>{count} reentregues</translation>
    </message>
    <message>
        <source>A cell for each; filled: no room for another execution.</source>
        <translation>Uma célula para cada um; cheia: sem lugar para outra execução.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The message queue is full&lt;/b&gt; ({waiting} of {limit}): routes that enqueue answer &lt;b&gt;503&lt;/b&gt;.</source>
        <translation>&lt;b&gt;A fila de mensagens está cheia&lt;/b&gt; ({waiting} de {limit}): rotas que enfileiram respondem &lt;b&gt;503&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>&lt;b&gt;the consumer&lt;/b&gt; has no room for another.</source>
        <translation>&lt;b&gt;o consumidor&lt;/b&gt; não tem lugar para mais uma.</translation>
    </message>
    <message>
        <source>&lt;b&gt;1 message&lt;/b&gt; waits in the queue: {who}</source>
        <translation>&lt;b&gt;1 mensagem&lt;/b&gt; espera na fila: {who}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{waiting} messages&lt;/b&gt; wait in the queue: {who}</source>
        <translation>&lt;b&gt;{waiting} mensagens&lt;/b&gt; esperam na fila: {who}</translation>
    </message>
    <message>
        <source>{count} on their way to the server</source>
        <translation>{count} a caminho do servidor</translation>
    </message>
    <message>
        <source>{count} wait to be accepted</source>
        <translation>{count} esperam ser aceitas</translation>
    </message>
    <message>
        <source>{count} wait for a loop</source>
        <translation>{count} esperam um laço</translation>
    </message>
    <message>
        <source>{count} hold a loop</source>
        <translation>{count} ocupam um laço</translation>
    </message>
    <message>
        <source>{count} wait for a thread</source>
        <translation>{count} esperam uma thread</translation>
    </message>
    <message>
        <source>{count} wait for a connection</source>
        <translation>{count} esperam uma conexão</translation>
    </message>
    <message>
        <source>{count} wait for a service</source>
        <translation>{count} esperam um serviço</translation>
    </message>
    <message>
        <source>{count} in I/O</source>
        <translation>{count} em E/S</translation>
    </message>
    <message>
        <source>{count} answered, on their way back</source>
        <translation>{count} respondidas, no caminho de volta</translation>
    </message>
    <message>
        <source>One worker, {count} in flight</source>
        <translation>Um worker, {count} em andamento</translation>
    </message>
    <message>
        <source>{workers} workers, {count} in flight</source>
        <translation>{workers} workers, {count} em andamento</translation>
    </message>
    <message>
        <source>{count} messages in the queue</source>
        <translation>{count} mensagens na fila</translation>
    </message>
    <message>
        <source>the stronger the colour, the more of the last second the loop was held</source>
        <translation>cor mais forte: laço mais ocupado no último segundo</translation>
    </message>
    <message>
        <source>&lt;b&gt;none of the {workers} consumers&lt;/b&gt; has room for another.</source>
        <translation>&lt;b&gt;nenhum dos {workers} consumidores&lt;/b&gt; tem lugar para mais uma.</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>E/S</translation>
    </message>
    <message>
        <source>&lt;b&gt;{computing} requests&lt;/b&gt; in threads share the processor; {busy}</source>
        <translation>&lt;b&gt;{computing} requisições&lt;/b&gt; em threads dividem o processador; {busy}</translation>
    </message>
    <message>
        <source>Nobody waits: &lt;b&gt;1 request&lt;/b&gt; computes in a thread, {busy}</source>
        <translation>Ninguém espera: &lt;b&gt;1 requisição&lt;/b&gt; calcula em uma thread, {busy}</translation>
    </message>
    <message>
        <source>computing in threads</source>
        <translation>calculando em threads</translation>
    </message>
    <message>
        <source>{count} compute in threads</source>
        <translation>{count} calculando em threads</translation>
    </message>
    <message>
        <source>{busy} of {count} busy</source>
        <translation>{busy} de {count} em ação</translation>
    </message>
    <message>
        <source>only in {name}</source>
        <translation>só em {name}</translation>
    </message>
    <message>
        <source>Behind it, as a ghost, {name}: {sentence}</source>
        <translation>Por trás, como fantasma, {name}: {sentence}</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>calculando</translation>
    </message>
    <message>
        <source>&lt;b&gt;Both workers&lt;/b&gt; are blocked{waiters}</source>
        <translation>&lt;b&gt;Os dois workers&lt;/b&gt; estão bloqueados{waiters}</translation>
    </message>
    <message>
        <source>{count} worker</source>
        <translation>{count} worker</translation>
    </message>
    <message>
        <source>&lt;b&gt;The only thread&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; is taken: &lt;b&gt;1 request&lt;/b&gt; waits for it.</source>
        <translation>&lt;b&gt;A única thread&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; está ocupada: &lt;b&gt;1 requisição&lt;/b&gt; espera por ela.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The only thread&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; is taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for it.</source>
        <translation>&lt;b&gt;A única thread&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; está ocupada: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por ela.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The only connection&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; to {service} is taken: &lt;b&gt;1 request&lt;/b&gt; waits for it.</source>
        <translation>&lt;b&gt;A única conexão&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; com {service} está ocupada: &lt;b&gt;1 requisição&lt;/b&gt; espera por ela.</translation>
    </message>
    <message>
        <source>&lt;b&gt;The only connection&lt;/b&gt; of &lt;b&gt;worker {worker}&lt;/b&gt; to {service} is taken: &lt;b&gt;{waiting} requests&lt;/b&gt; wait for it.</source>
        <translation>&lt;b&gt;A única conexão&lt;/b&gt; do &lt;b&gt;worker {worker}&lt;/b&gt; com {service} está ocupada: &lt;b&gt;{waiting} requisições&lt;/b&gt; esperam por ela.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Worker {worker}&lt;/b&gt; has served 1 request or more: it takes nothing new, and finishes &lt;b&gt;{waiting}&lt;/b&gt;.</source>
        <translation>&lt;b&gt;O worker {worker}&lt;/b&gt; já atendeu 1 requisição ou mais: não aceita nada novo e conclui &lt;b&gt;{waiting}&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>One at a time, please: a scenario (.toml) or a folder of results.</source>
        <translation>Um de cada vez, por favor: um cenário (.toml) ou uma pasta de resultados.</translation>
    </message>
    <message>
        <source>Only a file or a folder of this computer can be opened by dropping it here.</source>
        <translation>Só um arquivo ou uma pasta deste computador pode ser aberto ao ser solto aqui.</translation>
    </message>
    <message>
        <source>{file} is neither a scenario (.toml) nor a folder of results.</source>
        <translation>{file} não é um cenário (.toml) nem uma pasta de resultados.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing chosen yet</source>
        <translation>Nada escolhido ainda</translation>
    </message>
    <message>
        <source>Click a request in the diagram to see its life and why it waited; click a box to see its figures. Pausing first makes it easier.</source>
        <translation>Clique em uma requisição do diagrama para ver sua vida e por que esperou; clique em uma caixa para ver seus números. Pausar antes facilita.</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>p95 of the response time</source>
        <translation>p95 do tempo de resposta</translation>
    </message>
    <message>
        <source>mean response time</source>
        <translation>tempo de resposta médio</translation>
    </message>
    <message>
        <source>p50 of the response time</source>
        <translation>p50 do tempo de resposta</translation>
    </message>
    <message>
        <source>p99 of the response time</source>
        <translation>p99 do tempo de resposta</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>vazão</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erros</translation>
    </message>
    <message>
        <source>loop busy</source>
        <translation>laço ocupado</translation>
    </message>
</context>
<context>
    <name>ExperimentDialog</name>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Varredura</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plano</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Running the session again, for its results...</source>
        <translation>Rodando a sessão de novo, para os resultados...</translation>
    </message>
    <message>
        <source>Running the session again, for its report...</source>
        <translation>Rodando a sessão de novo, para o relatório...</translation>
    </message>
    <message>
        <source>Animations need Pillow, which is not installed here. This installs it:

pip install &quot;vazao[export]&quot;</source>
        <translation>Animações precisam do Pillow, que não está instalado aqui. Isto o instala:

pip install &quot;vazao[export]&quot;</translation>
    </message>
    <message>
        <source>{file}: must end with {suffixes}</source>
        <translation>{file}: precisa terminar com {suffixes}</translation>
    </message>
    <message>
        <source>Drawing the animation...</source>
        <translation>Desenhando a animação...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>{count} files written into {folder}</source>
        <translation>{count} arquivos gravados em {folder}</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Salvo como {file}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a scenario</source>
        <translation>Abrir um cenário</translation>
    </message>
    <message>
        <source>Save this session as a scenario</source>
        <translation>Salvar esta sessão como um cenário</translation>
    </message>
    <message>
        <source>Export the diagram as a picture</source>
        <translation>Exportar o diagrama como imagem</translation>
    </message>
    <message>
        <source>A folder for the results</source>
        <translation>Uma pasta para os resultados</translation>
    </message>
    <message>
        <source>{folder} has results already: {files}. Replace them?</source>
        <translation>{folder} já tem resultados: {files}. Substituir?</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Cenários</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos os arquivos</translation>
    </message>
    <message>
        <source>Export an animation</source>
        <translation>Exportar uma animação</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Exportar um relatório</translation>
    </message>
    <message>
        <source>Open the results of a run</source>
        <translation>Abrir os resultados de uma execução</translation>
    </message>
    <message>
        <source>Export to a file</source>
        <translation>Exportar para um arquivo</translation>
    </message>
    <message>
        <source>{file} already exists. Replace it?</source>
        <translation>{file} já existe. Substituir?</translation>
    </message>
</context>
<context>
    <name>GapChart</name>
    <message>
        <source>measured</source>
        <translation>medido</translation>
    </message>
    <message>
        <source>your prediction</source>
        <translation>sua previsão</translation>
    </message>
    <message>
        <source>Measured: {measured}; predicted: {predicted}</source>
        <translation>Medido: {measured}; previsto: {predicted}</translation>
    </message>
    <message>
        <source>you predicted {value}</source>
        <translation>você previu {value}</translation>
    </message>
    <message>
        <source>measured {value}</source>
        <translation>medido: {value}</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Topic of the guide</source>
        <translation>Tópico do guia</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guia</translation>
    </message>
    <message>
        <source>The topic before</source>
        <translation>O tópico anterior</translation>
    </message>
    <message>
        <source>The next topic</source>
        <translation>O próximo tópico</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Request {number}</source>
        <translation>Requisição {number}</translation>
    </message>
    <message>
        <source>{waited} because worker {worker}&apos;s loop was held by &lt;code&gt;{call}&lt;/code&gt; of request {request}</source>
        <translation>{waited} porque o laço do worker {worker} estava preso por &lt;code&gt;{call}&lt;/code&gt; da requisição {request}</translation>
    </message>
    <message>
        <source>{waited} because request {request} was on the CPU, on worker {worker}&apos;s loop</source>
        <translation>{waited} porque a requisição {request} estava na CPU, no laço do worker {worker}</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{count} requests&lt;/b&gt; held worker {worker}&apos;s loop one after another, longest &lt;code&gt;{call}&lt;/code&gt; of request {request} ({held})</source>
        <translation>{waited} porque &lt;b&gt;{count} requisições&lt;/b&gt; prenderam o laço do worker {worker} uma após a outra, a mais longa com &lt;code&gt;{call}&lt;/code&gt;: requisição {request} ({held})</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{count} requests&lt;/b&gt; had their turns on worker {worker}&apos;s loop, the longest request {request} ({held})</source>
        <translation>{waited} porque &lt;b&gt;{count} requisições&lt;/b&gt; tiveram sua vez no laço do worker {worker}, a mais longa a requisição {request} ({held})</translation>
    </message>
    <message>
        <source>{waited} because another thread of worker {worker} had the interpreter (GIL)</source>
        <translation>{waited} porque outra thread do worker {worker} estava com o interpretador (GIL)</translation>
    </message>
    <message>
        <source>{waited} because a burst&apos;s connections are left to the worker that accepted last</source>
        <translation>{waited} porque as conexões de uma rajada ficam com o worker que aceitou por último</translation>
    </message>
    <message>
        <source>{waited} because no worker came to accept it</source>
        <translation>{waited} porque nenhum worker veio aceitá-la</translation>
    </message>
    <message>
        <source>{waited} because all &lt;b&gt;{limit} threads&lt;/b&gt; of worker {worker} were taken</source>
        <translation>{waited} porque todas as &lt;b&gt;{limit} threads&lt;/b&gt; do worker {worker} estavam ocupadas</translation>
    </message>
    <message>
        <source>{waited} because other threads had the interpreter (GIL) or the cores</source>
        <translation>{waited} porque outras threads estavam com o interpretador (GIL) ou com os núcleos</translation>
    </message>
    <message>
        <source>{waited} because all connections of worker {worker}&apos;s pool were taken</source>
        <translation>{waited} porque todas as conexões do pool do worker {worker} estavam ocupadas</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;{service}&lt;/b&gt; was serving as many requests as it can</source>
        <translation>{waited} porque &lt;b&gt;{service}&lt;/b&gt; já atendia todas as requisições que consegue</translation>
    </message>
    <message>
        <source>Waited &lt;b&gt;{time}&lt;/b&gt; to be accepted</source>
        <translation>Esperou &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>Has waited &lt;b&gt;{time}&lt;/b&gt; to be accepted</source>
        <translation>Já esperou &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>Waited &lt;b&gt;{time}&lt;/b&gt;</source>
        <translation>Esperou &lt;b&gt;{time}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Has waited &lt;b&gt;{time}&lt;/b&gt;</source>
        <translation>Já esperou &lt;b&gt;{time}&lt;/b&gt;</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more to be accepted</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; para ser aceita</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the loop</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pelo laço</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for a thread</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; por uma thread</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the CPU</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pela CPU</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for a connection</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; por uma conexão</translation>
    </message>
    <message>
        <source>, and &lt;b&gt;{time}&lt;/b&gt; more for the service</source>
        <translation>, e mais &lt;b&gt;{time}&lt;/b&gt; pelo serviço</translation>
    </message>
    <message>
        <source> (request {request})</source>
        <translation> (requisição {request})</translation>
    </message>
    <message>
        <source>Refused after &lt;b&gt;{time}&lt;/b&gt;: no worker process was listening.</source>
        <translation>Recusada após &lt;b&gt;{time}&lt;/b&gt;: nenhum processo worker estava escutando.</translation>
    </message>
    <message>
        <source>Rejected after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>Rejeitada após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Failed after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>Falhou após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>Its client gave up after &lt;b&gt;{time}&lt;/b&gt;.</source>
        <translation>O cliente desistiu após &lt;b&gt;{time}&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>It has just been sent.</source>
        <translation>Acaba de ser enviada.</translation>
    </message>
    <message>
        <source>It has waited for nobody: &lt;b&gt;{most}&lt;/b&gt; of its &lt;b&gt;{time}&lt;/b&gt; so far went to {part}.</source>
        <translation>Ainda não esperou por ninguém: &lt;b&gt;{most}&lt;/b&gt; dos &lt;b&gt;{time}&lt;/b&gt; até agora foram para {part}.</translation>
    </message>
    <message>
        <source>It waited for nobody: &lt;b&gt;{most}&lt;/b&gt; of its &lt;b&gt;{time}&lt;/b&gt; went to {part}.</source>
        <translation>Não esperou por ninguém: &lt;b&gt;{most}&lt;/b&gt; dos &lt;b&gt;{time}&lt;/b&gt; foram para {part}.</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>a rede</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>a CPU</translation>
    </message>
    <message>
        <source>I/O</source>
        <translation>E/S</translation>
    </message>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>worker {number}</source>
        <translation>worker {number}</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>loop (worker {number})</source>
        <translation>laço (worker {number})</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>fila de aceitação</translation>
    </message>
    <message>
        <source>thread</source>
        <translation>thread</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>pool</translation>
    </message>
    <message>
        <source>not used (async def route)</source>
        <translation>não usada (rota async def)</translation>
    </message>
    <message>
        <source>no wait: a thread was free</source>
        <translation>sem espera: havia thread livre</translation>
    </message>
    <message>
        <source>no wait: the loop was free</source>
        <translation>sem espera: o laço estava livre</translation>
    </message>
    <message>
        <source>no wait: its connection was open, or a worker was idle</source>
        <translation>sem espera: conexão já aberta ou worker ocioso</translation>
    </message>
    <message>
        <source>no wait: a worker was idle</source>
        <translation>sem espera: havia worker ocioso</translation>
    </message>
    <message>
        <source>not used (the service has no pool)</source>
        <translation>não usado (o serviço não tem pool)</translation>
    </message>
    <message>
        <source>not used (no I/O step)</source>
        <translation>não usado (sem etapa de E/S)</translation>
    </message>
    <message>
        <source>holds the loop</source>
        <translation>prende o laço</translation>
    </message>
    <message>
        <source>keeps a thread</source>
        <translation>ocupa uma thread</translation>
    </message>
    <message>
        <source>waiting for the loop</source>
        <translation>esperando o laço</translation>
    </message>
    <message>
        <source>waiting for a thread</source>
        <translation>esperando uma thread</translation>
    </message>
    <message>
        <source>waiting to be accepted</source>
        <translation>esperando ser aceita</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>from {begin} s to {end} s</source>
        <translation>de {begin} s a {end} s</translation>
    </message>
    <message>
        <source>waits for the loop</source>
        <translation>espera o laço</translation>
    </message>
    <message>
        <source>waits for a thread</source>
        <translation>espera uma thread</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>waits for the CPU</source>
        <translation>espera a CPU</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>req. {number}</source>
        <translation>req. {number}</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Até agora</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>Tempo de resposta</translation>
    </message>
    <message>
        <source>wait for the loop</source>
        <translation>espera do laço</translation>
    </message>
    <message>
        <source>wait for a thread</source>
        <translation>espera de thread</translation>
    </message>
    <message>
        <source>wait for a connection</source>
        <translation>espera de conexão</translation>
    </message>
    <message>
        <source>wait for the service</source>
        <translation>espera do serviço</translation>
    </message>
    <message>
        <source>wait for the CPU</source>
        <translation>espera da CPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>in flight for {time}</source>
        <translation>em andamento há {time}</translation>
    </message>
    <message>
        <source>answered in {time}</source>
        <translation>respondida em {time}</translation>
    </message>
    <message>
        <source>refused after {time}</source>
        <translation>recusada após {time}</translation>
    </message>
    <message>
        <source>rejected after {time}</source>
        <translation>rejeitada após {time}</translation>
    </message>
    <message>
        <source>failed after {time}</source>
        <translation>falhou após {time}</translation>
    </message>
    <message>
        <source>timed out after {time}</source>
        <translation>tempo esgotado após {time}</translation>
    </message>
    <message>
        <source>Backlog (message queue)</source>
        <translation>Backlog (fila de mensagens)</translation>
    </message>
    <message>
        <source>Consumer {number}</source>
        <translation>Consumidor {number}</translation>
    </message>
    <message>
        <source>{waited} while requests without a client may have held worker {worker}&apos;s loop</source>
        <translation>{waited} enquanto requisições sem cliente podem ter prendido o laço do worker {worker}</translation>
    </message>
    <message>
        <source>{waited} because &lt;b&gt;the only thread&lt;/b&gt; of worker {worker} was taken</source>
        <translation>{waited} porque &lt;b&gt;a única thread&lt;/b&gt; do worker {worker} estava ocupada</translation>
    </message>
</context>
<context>
    <name>InspectorBar</name>
    <message>
        <source>Previous request</source>
        <translation>Requisição anterior</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Próxima requisição</translation>
    </message>
    <message>
        <source>Previous request (Alt+Left)</source>
        <translation>Requisição anterior (Alt+Esquerda)</translation>
    </message>
    <message>
        <source>Next request (Alt+Right)</source>
        <translation>Próxima requisição (Alt+Direita)</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todas as {count}</translation>
    </message>
    <message>
        <source>The table of all requests</source>
        <translation>A tabela de todas as requisições</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Requests</source>
        <translation>Requisições</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspetor</translation>
    </message>
</context>
<context>
    <name>InternalErrorDialog</name>
    <message>
        <source>Internal error</source>
        <translation>Erro interno</translation>
    </message>
    <message>
        <source>Something went wrong inside Vazão.</source>
        <translation>Algo deu errado dentro do Vazão.</translation>
    </message>
    <message>
        <source>Time stands still, and your session is kept: you can save it. A report needs these details.</source>
        <translation>O tempo está parado e sua sessão foi mantida: você pode salvá-la. Um relato do problema precisa destes detalhes.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>In the scenario&apos;s text</source>
        <translation>No texto do cenário</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Can be set in the text</source>
        <translation>Pode ser mudado no texto</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>The version of the file&apos;s format: 1.</source>
        <translation>A versão do formato do arquivo: 1.</translation>
    </message>
    <message>
        <source>What the scenario is called; one text, or one for each language.</source>
        <translation>Como o cenário se chama; um texto, ou um para cada idioma.</translation>
    </message>
    <message>
        <source>What the scenario shows, in a sentence or two.</source>
        <translation>O que o cenário mostra, em uma ou duas frases.</translation>
    </message>
    <message>
        <source>How long clients send, in simulated time. The window goes on after it.</source>
        <translation>Por quanto tempo os clientes enviam, em tempo simulado. A janela segue depois disso.</translation>
    </message>
    <message>
        <source>How long answers may still come after the clients have stopped sending.</source>
        <translation>Por quanto tempo respostas ainda podem chegar depois que os clientes param de enviar.</translation>
    </message>
    <message>
        <source>The beginning that is left out of all figures, because queues are still empty then.</source>
        <translation>O começo que fica fora de todos os números, porque as filas ainda estão vazias.</translation>
    </message>
    <message>
        <source>The number that all randomness comes from: the same seed, the same run.</source>
        <translation>O número de onde vem todo o acaso: mesma semente, mesma execução.</translation>
    </message>
    <message>
        <source>How many runs with different seeds the command line makes of it.</source>
        <translation>Quantas execuções com sementes diferentes a linha de comando faz dele.</translation>
    </message>
    <message>
        <source>How far apart the rows of timeseries.csv are.</source>
        <translation>A distância entre as linhas de timeseries.csv.</translation>
    </message>
    <message>
        <source>What the group of clients is called.</source>
        <translation>Como o grupo de clientes se chama.</translation>
    </message>
    <message>
        <source>How the group is drawn: browser, phone or service.</source>
        <translation>Como o grupo é desenhado: browser, phone ou service.</translation>
    </message>
    <message>
        <source>When the group sends: poisson, constant, mmpp, schedule, closed, burst or replay.</source>
        <translation>Quando o grupo envia: poisson, constant, mmpp, schedule, closed, burst ou replay.</translation>
    </message>
    <message>
        <source>How long bursts last (mmpp arrivals).</source>
        <translation>Quanto duram as rajadas (chegadas mmpp).</translation>
    </message>
    <message>
        <source>How long it is calm between bursts (mmpp arrivals).</source>
        <translation>Quanto dura a calma entre rajadas (chegadas mmpp).</translation>
    </message>
    <message>
        <source>Times and rates between which the arrivals follow (schedule).</source>
        <translation>Os tempos e as taxas que as chegadas seguem (schedule).</translation>
    </message>
    <message>
        <source>Whether the rate goes from one time to the next in a line or in a step (schedule).</source>
        <translation>Se a taxa vai de um tempo ao seguinte em linha ou em degrau (schedule).</translation>
    </message>
    <message>
        <source>The time over which the users of a closed group begin, one after another.</source>
        <translation>O tempo em que os usuários de um grupo fechado começam, um depois do outro.</translation>
    </message>
    <message>
        <source>When all the users of a burst send at once.</source>
        <translation>Quando todos os usuários de uma rajada enviam de uma vez.</translation>
    </message>
    <message>
        <source>The CSV file with the times at which requests are sent (replay).</source>
        <translation>O arquivo CSV com os tempos em que as requisições são enviadas (replay).</translation>
    </message>
    <message>
        <source>When the group begins to send.</source>
        <translation>Quando o grupo começa a enviar.</translation>
    </message>
    <message>
        <source>When the group stops sending; otherwise at the end of the run.</source>
        <translation>Quando o grupo para de enviar; se não, no fim da execução.</translation>
    </message>
    <message>
        <source>Which paths the group asks for, and how often in comparison.</source>
        <translation>Que caminhos o grupo pede, e com que frequência relativa.</translation>
    </message>
    <message>
        <source>The most connections the group has at once, as an HTTP client&apos;s pool. 0: as many as it needs.</source>
        <translation>O máximo de conexões do grupo ao mesmo tempo, como o pool de um cliente HTTP. 0: quantas precisar.</translation>
    </message>
    <message>
        <source>uvicorn&apos;s --backlog: how many connections may wait that no worker has accepted.</source>
        <translation>O --backlog do uvicorn: quantas conexões podem esperar sem que um worker as tenha aceitado.</translation>
    </message>
    <message>
        <source>The operating system&apos;s own limit on that queue; the smaller of the two counts.</source>
        <translation>O limite do sistema operacional para essa fila; vale o menor dos dois.</translation>
    </message>
    <message>
        <source>How long a worker that goes may finish what it holds. 0: as long as it takes.</source>
        <translation>Por quanto tempo um worker que sai pode terminar o que tem. 0: o tempo que precisar.</translation>
    </message>
    <message>
        <source>The event loop: asyncio takes all waiting connections at once, uvloop one at a time.</source>
        <translation>O laço de eventos: asyncio pega todas as conexões que esperam de uma vez, uvloop uma por vez.</translation>
    </message>
    <message>
        <source>The HTTP parser. It changes nothing in the model; a real run passes it on.</source>
        <translation>O parser HTTP. Não muda nada no modelo; uma execução real o repassa.</translation>
    </message>
    <message>
        <source>Whether threads of one worker compute one at a time. false: a free-threaded Python.</source>
        <translation>Se as threads de um worker calculam uma por vez. false: um Python sem GIL.</translation>
    </message>
    <message>
        <source>How long the worker that accepted last goes on winning new connections (asyncio).</source>
        <translation>Por quanto tempo o worker que aceitou por último segue ganhando as novas conexões (asyncio).</translation>
    </message>
    <message>
        <source>When a connection that found the queue full is tried again: as newer or older Linux does.</source>
        <translation>Quando se tenta de novo uma conexão que achou a fila cheia: como no Linux mais novo ou mais antigo.</translation>
    </message>
    <message>
        <source>How long a new worker takes until it accepts.</source>
        <translation>Quanto um worker novo demora até aceitar.</translation>
    </message>
    <message>
        <source>The path that clients ask for.</source>
        <translation>O caminho que os clientes pedem.</translation>
    </message>
    <message>
        <source>What the handler does, in order: compute (cpu), wait (io), put a message aside (enqueue).</source>
        <translation>O que a rota faz, em ordem: calcular (cpu), esperar (io), deixar uma mensagem (enqueue).</translation>
    </message>
    <message>
        <source>Further calls to the thread pool before the steps, such as def dependencies.</source>
        <translation>Outras chamadas ao pool de threads antes dos passos, como dependências def.</translation>
    </message>
    <message>
        <source>What the service is called.</source>
        <translation>Como o serviço se chama.</translation>
    </message>
    <message>
        <source>Whose habits the message queue has: rabbitmq, celery, redis, rq or kafka.</source>
        <translation>De quem são os hábitos da fila de mensagens: rabbitmq, celery, redis, rq ou kafka.</translation>
    </message>
    <message>
        <source>Processes that work on messages.</source>
        <translation>Processos que trabalham nas mensagens.</translation>
    </message>
    <message>
        <source>Messages that one consumer works on at once.</source>
        <translation>Mensagens em que um consumidor trabalha ao mesmo tempo.</translation>
    </message>
    <message>
        <source>Messages that a consumer may take ahead, for each it works on. 0: any number.</source>
        <translation>Mensagens que um consumidor pode pegar adiantado, para cada uma em que trabalha. 0: quantas quiser.</translation>
    </message>
    <message>
        <source>When a message counts as done: as its execution begins (early), or as it ends (late).</source>
        <translation>Quando uma mensagem conta como feita: no começo da execução (early) ou no fim (late).</translation>
    </message>
    <message>
        <source>After how long a message that was not confirmed is given out again.</source>
        <translation>Depois de quanto tempo uma mensagem não confirmada é entregue de novo.</translation>
    </message>
    <message>
        <source>How often a message is given out before it is put with the dead letters. 0: without end.</source>
        <translation>Quantas vezes uma mensagem é entregue antes de ir para as mensagens mortas. 0: sem fim.</translation>
    </message>
    <message>
        <source>What a failed execution does: give the message out again, or count it as failed.</source>
        <translation>O que faz uma execução que falha: entrega a mensagem de novo, ou a conta como falha.</translation>
    </message>
    <message>
        <source>Partitions of the log; one consumer reads each (kafka).</source>
        <translation>Partições do log; um consumidor lê cada uma (kafka).</translation>
    </message>
    <message>
        <source>How often a consumer writes down how far it has come (kafka).</source>
        <translation>De quanto em quanto tempo um consumidor anota até onde chegou (kafka).</translation>
    </message>
    <message>
        <source>How many messages the queue holds; when it is full, requests get a 503. 0: any number.</source>
        <translation>Quantas mensagens cabem na fila; cheia, as requisições recebem 503. 0: quantas forem.</translation>
    </message>
    <message>
        <source>What it costs a request to put a message into the queue, as I/O.</source>
        <translation>O que custa a uma requisição pôr uma mensagem na fila, em E/S.</translation>
    </message>
    <message>
        <source>What the task is called.</source>
        <translation>Como a tarefa se chama.</translation>
    </message>
    <message>
        <source>What the execution of a message does, in order.</source>
        <translation>O que a execução de uma mensagem faz, em ordem.</translation>
    </message>
    <message>
        <source>The share of executions that fail.</source>
        <translation>A parte das execuções que falham.</translation>
    </message>
    <message>
        <source>When the change happens, in simulated time.</source>
        <translation>Quando a mudança acontece, em tempo simulado.</translation>
    </message>
    <message>
        <source>The key that is changed.</source>
        <translation>A chave que muda.</translation>
    </message>
    <message>
        <source>The value that it takes.</source>
        <translation>O valor que ela recebe.</translation>
    </message>
    <message>
        <source>When it goes wrong, in simulated time.</source>
        <translation>Quando dá errado, em tempo simulado.</translation>
    </message>
    <message>
        <source>How long it lasts.</source>
        <translation>Quanto dura.</translation>
    </message>
    <message>
        <source>What goes wrong: slow, down, hang, crash or restart.</source>
        <translation>O que dá errado: slow, down, hang, crash ou restart.</translation>
    </message>
    <message>
        <source>What it happens to: a service, a worker, a consumer, the server.</source>
        <translation>Com quem acontece: um serviço, um worker, um consumidor, o servidor.</translation>
    </message>
    <message>
        <source>By how much a slow service takes longer.</source>
        <translation>Quantas vezes mais um serviço lento demora.</translation>
    </message>
    <message>
        <source>Fixed: it says what is run, not how.</source>
        <translation>Fixo: diz o que roda, não como.</translation>
    </message>
    <message>
        <source>Fixed: it belongs to the run as a whole.</source>
        <translation>Fixo: pertence à execução inteira.</translation>
    </message>
    <message>
        <source>Fixed: it decides which random numbers the group draws.</source>
        <translation>Fixo: decide que números aleatórios o grupo sorteia.</translation>
    </message>
    <message>
        <source>Fixed: a real server takes it when it starts.</source>
        <translation>Fixo: um servidor real o lê quando começa.</translation>
    </message>
    <message>
        <source>Fixed: requests that are on their way know it.</source>
        <translation>Fixo: as requisições a caminho já o conhecem.</translation>
    </message>
    <message>
        <source>Fixed: it is what routes call it.</source>
        <translation>Fixo: é o nome que as rotas usam.</translation>
    </message>
    <message>
        <source>Fixed: messages that were taken follow it.</source>
        <translation>Fixo: mensagens já pegas o seguem.</translation>
    </message>
    <message>
        <source>Fixed: it was planned before the run.</source>
        <translation>Fixo: foi planejado antes da execução.</translation>
    </message>
</context>
<context>
    <name>KnobView</name>
    <message>
        <source>Locked: turn the one above first</source>
        <translation>Travado: mexa antes no de cima</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>your own</source>
        <translation>sua</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zerar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Rever</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Começar</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), about {minutes} min</source>
        <translation>
            <numerusform>%n passo, cerca de {minutes} min</numerusform>
            <numerusform>%n passos, cerca de {minutes} min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>blocking</source>
        <translation>bloqueante</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <source>Teacher mode</source>
        <translation>Modo professor</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erros</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>vazão</translation>
    </message>
    <message>
        <source>utilisation</source>
        <translation>utilização</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Arquivos recentes</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Exibir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Which charts</source>
        <translation>Quais gráficos</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lições</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>What comes of it will stand here.</source>
        <translation>O resultado aparecerá aqui.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>{values}: not run yet</source>
        <translation>{values}: ainda não executado</translation>
    </message>
    <message>
        <source>{values}: {figure}. Click or Enter opens it as a run.</source>
        <translation>{values}: {figure}. Clique ou Enter abre como execução.</translation>
    </message>
    <message>
        <source>Results of the sweep</source>
        <translation>Resultados da varredura</translation>
    </message>
</context>
<context>
    <name>NumberGuess</name>
    <message>
        <source>Your prediction</source>
        <translation>Sua previsão</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>um número</translation>
    </message>
</context>
<context>
    <name>OpenedOddities</name>
    <message>
        <source>Note: {key}: {what}</source>
        <translation>Nota: {key}: {what}</translation>
    </message>
    <message>
        <source>{first} (and {count} more)</source>
        <translation>{first} (e mais {count})</translation>
    </message>
</context>
<context>
    <name>OptionBars</name>
    <message>
        <source>right</source>
        <translation>certo</translation>
    </message>
    <message>
        <source>you put it in place {place}</source>
        <translation>você o pôs em {place}º lugar</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>sua escolha</translation>
    </message>
</context>
<context>
    <name>OrderGuess</name>
    <message>
        <source>Put them in order</source>
        <translation>Coloque em ordem</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Para cima</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Para baixo</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Your prediction</source>
        <translation>Sua previsão</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Predict and run</source>
        <translation>Prever e rodar</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>It runs: look at the diagram</source>
        <translation>Está rodando: olhe o diagrama</translation>
    </message>
    <message>
        <source>How much of the run is over</source>
        <translation>Quanto da execução já passou</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Mostrar o resultado</translation>
    </message>
    <message>
        <source>Your prediction is kept. Your teacher shows the answer.</source>
        <translation>Sua previsão está guardada. Quem mostra a resposta é o professor.</translation>
    </message>
    <message>
        <source>Measured: {value}</source>
        <translation>Medido: {value}</translation>
    </message>
    <message>
        <source>This is how it is:</source>
        <translation>É assim:</translation>
    </message>
    <message>
        <source>Not quite. This is what the run has:</source>
        <translation>Não exatamente. Foi isto que aconteceu:</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 ponto</translation>
    </message>
    <message>
        <source>You predicted {amount} too much.</source>
        <translation>Você previu {amount} a mais.</translation>
    </message>
    <message>
        <source>You predicted {amount} too little.</source>
        <translation>Você previu {amount} a menos.</translation>
    </message>
    <message>
        <source>You predicted right.</source>
        <translation>Você acertou a previsão.</translation>
    </message>
    <message>
        <source>Try it yourself</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Ending...</source>
        <translation>Encerrando...</translation>
    </message>
    <message>
        <source>Starting...</source>
        <translation>Começando...</translation>
    </message>
    <message>
        <source>{span} left</source>
        <translation>faltam {span}</translation>
    </message>
    <message>
        <source>Ended before it was through</source>
        <translation>Encerrado antes do fim</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>Export CSV...</source>
        <translation>Exportar CSV...</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Certo.</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>Não exatamente.</translation>
    </message>
    <message>
        <source>{number} points</source>
        <translation>{number} pontos</translation>
    </message>
    <message>
        <source>Your teacher has locked the knobs of this step.</source>
        <translation>O professor travou os controles deste passo.</translation>
    </message>
    <message>
        <source>You predicted right, to within {amount}.</source>
        <translation>Você acertou a previsão, com {amount} de diferença.</translation>
    </message>
</context>
<context>
    <name>Pairs</name>
    <message>
        <source>time.sleep or def</source>
        <translation>time.sleep ou def</translation>
    </message>
    <message>
        <source>def or async def</source>
        <translation>def ou async def</translation>
    </message>
    <message>
        <source>2 or 4 workers</source>
        <translation>2 ou 4 workers</translation>
    </message>
    <message>
        <source>asyncio or uvloop</source>
        <translation>asyncio ou uvloop</translation>
    </message>
    <message>
        <source>pool 15 or 30</source>
        <translation>pool 15 ou 30</translation>
    </message>
    <message>
        <source>with or without queue</source>
        <translation>com ou sem fila</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Find an action, a scenario, a parameter...</source>
        <translation>Procure uma ação, um cenário, um parâmetro...</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrados</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nada tem esse nome.</translation>
    </message>
    <message>
        <source>action</source>
        <translation>ação</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>cenário</translation>
    </message>
    <message>
        <source>file</source>
        <translation>arquivo</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>lição</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>parâmetro</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>gráfico</translation>
    </message>
    <message>
        <source>guide</source>
        <translation>guia</translation>
    </message>
    <message>
        <source>key</source>
        <translation>chave</translation>
    </message>
</context>
<context>
    <name>ParameterList</name>
    <message>
        <source>There is no such parameter.</source>
        <translation>Nenhum parâmetro com esse nome.</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>I/O latency</source>
        <translation>Latência de E/S</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Workers</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Tipo da rota</translation>
    </message>
    <message>
        <source>Arrival rate</source>
        <translation>Taxa de chegada</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Usuários</translation>
    </message>
    <message>
        <source>Thread limit</source>
        <translation>Limite de threads</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Núcleos</translation>
    </message>
    <message>
        <source>Route CPU</source>
        <translation>CPU da rota</translation>
    </message>
    <message>
        <source>Request CPU</source>
        <translation>CPU por requisição</translation>
    </message>
    <message>
        <source>Connection CPU</source>
        <translation>CPU por conexão</translation>
    </message>
    <message>
        <source>Hot factor</source>
        <translation>Fator de CPU sem pausa</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>Tempo de pensamento</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Prazo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Keep-alive time-out</source>
        <translation>Limite do keep-alive</translation>
    </message>
    <message>
        <source>Nagle delay</source>
        <translation>Atraso de Nagle</translation>
    </message>
    <message>
        <source>How long the route&apos;s longest I/O step takes on average: the time it waits for something else, such as a database. How it varies around that average stays the same.</source>
        <translation>Quanto dura, em média, a etapa de E/S mais longa da rota: o tempo em que ela espera outra coisa, como um banco de dados. A variação em torno da média continua a mesma.</translation>
    </message>
    <message>
        <source>Worker processes of uvicorn, each with an event loop of its own (--workers). Those that go take nothing new and finish what they hold.</source>
        <translation>Processos worker do uvicorn, cada um com seu laço de eventos (--workers). Os que saem não pegam nada novo e terminam o que têm.</translation>
    </message>
    <message>
        <source>How the route is written. async def: the loop serves others while it awaits. def: it runs in a thread of the pool. blocking: an async def that never awaits holds the loop until it ends.</source>
        <translation>Como a rota é escrita. async def: o laço atende outras enquanto ela espera com await. def: roda em uma thread do pool. bloqueante: um async def sem await prende o laço até terminar.</translation>
    </message>
    <message>
        <source>Requests that are sent each second, whether earlier ones have been answered or not.</source>
        <translation>Requisições enviadas por segundo, tenham as anteriores sido respondidas ou não.</translation>
    </message>
    <message>
        <source>Users of a closed group: each sends, waits for the answer, thinks, and sends again.</source>
        <translation>Usuários de um grupo fechado: cada um envia, espera a resposta, pensa e envia de novo.</translation>
    </message>
    <message>
        <source>How many def routes run at once in each worker: the tokens of anyio&apos;s thread limiter.</source>
        <translation>Quantas rotas def rodam ao mesmo tempo em cada worker: os tokens do limitador de threads do anyio.</translation>
    </message>
    <message>
        <source>Processor cores that all workers share. 0: as many as they need.</source>
        <translation>Núcleos de processador que todos os workers dividem. 0: quantos forem precisos.</translation>
    </message>
    <message>
        <source>How long the route&apos;s longest CPU step computes on average. No kind of handler makes this shorter.</source>
        <translation>Quanto a etapa de CPU mais longa da rota calcula, em média. Nenhum tipo de rota encurta isso.</translation>
    </message>
    <message>
        <source>What each request costs the event loop beside the route itself: half before the first step, half after the last.</source>
        <translation>O que cada requisição custa ao laço de eventos além da própria rota: metade antes da primeira etapa, metade depois da última.</translation>
    </message>
    <message>
        <source>What it costs the event loop to accept a connection.</source>
        <translation>O que custa ao laço de eventos aceitar uma conexão.</translation>
    </message>
    <message>
        <source>How much of the server&apos;s own costs is left while a worker is hot, that is, while it goes from one request to the next without a pause.</source>
        <translation>Quanto resta dos custos do próprio servidor enquanto o worker está quente, isto é, passa de uma requisição a outra sem pausa.</translation>
    </message>
    <message>
        <source>How long each user of a closed group waits on average between an answer and the next request.</source>
        <translation>Quanto cada usuário de um grupo fechado espera, em média, entre uma resposta e a próxima requisição.</translation>
    </message>
    <message>
        <source>An answer that comes later than this is no goodput.</source>
        <translation>Uma resposta que chega depois disso não conta como vazão útil.</translation>
    </message>
    <message>
        <source>How long the way between client and server takes on average, one way.</source>
        <translation>Quanto leva, em média, o caminho entre cliente e servidor, só de ida.</translation>
    </message>
    <message>
        <source>Kept: connections stay open and stay with the worker that accepted them. New: a connection for each request.</source>
        <translation>Mantidas: as conexões ficam abertas e com o worker que as aceitou. Novas: uma conexão para cada requisição.</translation>
    </message>
    <message>
        <source>A kept connection that was idle for so long is closed by the server (--timeout-keep-alive).</source>
        <translation>Uma conexão mantida que fica parada por esse tempo é fechada pelo servidor (--timeout-keep-alive).</translation>
    </message>
    <message>
        <source>How long a client waits for its answer before it gives up. The server is not told: it goes on with what nobody waits for.</source>
        <translation>Quanto tempo um cliente espera a resposta antes de desistir. O servidor não é avisado: continua com o que ninguém espera.</translation>
    </message>
    <message>
        <source>Connections that each worker&apos;s pool keeps to the service (SQLAlchemy: pool_size).</source>
        <translation>Conexões que o pool de cada worker mantém com o serviço (SQLAlchemy: pool_size).</translation>
    </message>
    <message>
        <source>Connections beyond the pool&apos;s size that it opens when all are taken (SQLAlchemy: max_overflow).</source>
        <translation>Conexões além do tamanho do pool, abertas quando todas estão ocupadas (SQLAlchemy: max_overflow).</translation>
    </message>
    <message>
        <source>A request that has waited this long for a connection of the pool ends in a 500 (SQLAlchemy: pool_timeout).</source>
        <translation>Uma requisição que esperou tanto por uma conexão do pool termina em 500 (SQLAlchemy: pool_timeout).</translation>
    </message>
    <message>
        <source>How long a request keeps its connection: for one step, or from the first use to the answer.</source>
        <translation>Por quanto tempo uma requisição fica com a conexão: por um passo, ou do primeiro uso até a resposta.</translation>
    </message>
    <message>
        <source>How many requests the service works on at once, of all workers together. 0: any number.</source>
        <translation>Quantas requisições o serviço atende ao mesmo tempo, de todos os workers juntos. 0: qualquer número.</translation>
    </message>
    <message>
        <source>A worker with so many connections or tasks answers a 503 at once (--limit-concurrency). The caller&apos;s own connection counts, and so do idle ones. 0: no limit.</source>
        <translation>Um worker com tantas conexões ou tarefas responde logo com 503 (--limit-concurrency). A própria conexão de quem pede conta, e as ociosas também. 0: sem limite.</translation>
    </message>
    <message>
        <source>A worker that has served so many requests ends, and another takes its place (--limit-max-requests). 0: no limit.</source>
        <translation>Um worker que atendeu tantas requisições termina, e outro toma seu lugar (--limit-max-requests). 0: sem limite.</translation>
    </message>
    <message>
        <source>Up to so many requests are added to the limit of each process, so that they do not all end together.</source>
        <translation>Até tantas requisições são somadas ao limite de cada processo, para que não terminem todos juntos.</translation>
    </message>
    <message>
        <source>Requests that a group of changing rate sends each second while it is in a burst.</source>
        <translation>Requisições por segundo que um grupo de taxa variável envia durante uma rajada.</translation>
    </message>
    <message>
        <source>How often a client tries again after a time-out, a refusal or a 5xx, on a new connection.</source>
        <translation>Quantas vezes um cliente tenta de novo depois de um tempo limite, uma recusa ou um 5xx, em uma nova conexão.</translation>
    </message>
    <message>
        <source>How long a client waits before it tries again for the first time.</source>
        <translation>Quanto tempo um cliente espera antes da primeira nova tentativa.</translation>
    </message>
    <message>
        <source>By how much the back-off grows from one attempt to the next.</source>
        <translation>Quanto o recuo cresce de uma tentativa para a outra.</translation>
    </message>
    <message>
        <source>Whether clients wait a random share of the back-off, or all of it.</source>
        <translation>Se os clientes esperam uma parte aleatória do recuo, ou ele todo.</translation>
    </message>
    <message>
        <source>Share of the route&apos;s requests that end in a 500 after their steps.</source>
        <translation>Parte das requisições da rota que terminam em 500 depois dos passos.</translation>
    </message>
    <message>
        <source>How long the longest I/O step of the route&apos;s background work takes on average. It runs after the answer.</source>
        <translation>Quanto dura em média o passo de E/S mais longo do trabalho em segundo plano da rota. Ele roda depois da resposta.</translation>
    </message>
    <message>
        <source>How the background work is written: a def takes a thread, a blocking one holds the loop after the answer.</source>
        <translation>Como o trabalho em segundo plano é escrito: um def ocupa uma thread, um bloqueante segura o laço depois da resposta.</translation>
    </message>
    <message>
        <source>Patience (time-out)</source>
        <translation>Paciência (limite)</translation>
    </message>
    <message>
        <source>Pool size</source>
        <translation>Tamanho do pool</translation>
    </message>
    <message>
        <source>Pool overflow</source>
        <translation>Excedente do pool</translation>
    </message>
    <message>
        <source>Pool time-out</source>
        <translation>Tempo limite do pool</translation>
    </message>
    <message>
        <source>Connection held for</source>
        <translation>Conexão mantida por</translation>
    </message>
    <message>
        <source>Service concurrency</source>
        <translation>Concorrência do serviço</translation>
    </message>
    <message>
        <source>Concurrency limit</source>
        <translation>Limite de concorrência</translation>
    </message>
    <message>
        <source>Max requests</source>
        <translation>Máx. de requisições</translation>
    </message>
    <message>
        <source>Max requests jitter</source>
        <translation>Variação do máximo</translation>
    </message>
    <message>
        <source>Burst rate</source>
        <translation>Taxa na rajada</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Novas tentativas</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Recuo</translation>
    </message>
    <message>
        <source>Back-off factor</source>
        <translation>Fator do recuo</translation>
    </message>
    <message>
        <source>Back-off jitter</source>
        <translation>Variação do recuo</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Taxa de falhas</translation>
    </message>
    <message>
        <source>Background I/O</source>
        <translation>E/S em segundo plano</translation>
    </message>
    <message>
        <source>Background handler</source>
        <translation>Rota em segundo plano</translation>
    </message>
    <message>
        <source>any</source>
        <translation>qualquer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Threads and cores</source>
        <translation>Threads e núcleos</translation>
    </message>
    <message>
        <source>Services and pools</source>
        <translation>Serviços e pools</translation>
    </message>
    <message>
        <source>Server limits</source>
        <translation>Limites do servidor</translation>
    </message>
    <message>
        <source>Failures and background</source>
        <translation>Falhas e segundo plano</translation>
    </message>
    <message>
        <source>Processor time</source>
        <translation>Tempo de processador</translation>
    </message>
    <message>
        <source>Clients and connections</source>
        <translation>Clientes e conexões</translation>
    </message>
    <message>
        <source>open arrivals only</source>
        <translation>só chegadas abertas</translation>
    </message>
    <message>
        <source>closed arrivals only</source>
        <translation>só chegadas fechadas</translation>
    </message>
    <message>
        <source>no I/O step</source>
        <translation>sem etapa de E/S</translation>
    </message>
    <message>
        <source>no CPU step</source>
        <translation>sem etapa de CPU</translation>
    </message>
    <message>
        <source>mmpp arrivals only</source>
        <translation>só chegadas mmpp</translation>
    </message>
    <message>
        <source>no service</source>
        <translation>nenhum serviço</translation>
    </message>
    <message>
        <source>no background steps</source>
        <translation>sem passos em segundo plano</translation>
    </message>
    <message>
        <source>recorded arrivals</source>
        <translation>chegadas gravadas</translation>
    </message>
    <message>
        <source>measured times</source>
        <translation>tempos medidos</translation>
    </message>
    <message>
        <source>A number, please</source>
        <translation>Digite um número</translation>
    </message>
    <message>
        <source>Not a unit that fits here</source>
        <translation>Essa unidade não serve aqui</translation>
    </message>
    <message>
        <source>A whole number, please</source>
        <translation>Digite um número inteiro</translation>
    </message>
    <message>
        <source>{limit} or more, please</source>
        <translation>No mínimo {limit}</translation>
    </message>
    <message>
        <source>{limit} at most, please</source>
        <translation>No máximo {limit}</translation>
    </message>
    <message>
        <source>More than {limit}, please</source>
        <translation>Precisa ser mais que {limit}</translation>
    </message>
    <message>
        <source>A unit such as {units}, please</source>
        <translation>Falta a unidade: {units}</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloqueante</translation>
    </message>
    <message>
        <source>the step</source>
        <translation>o passo</translation>
    </message>
    <message>
        <source>the request</source>
        <translation>a requisição</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantidas</translation>
    </message>
    <message>
        <source>new</source>
        <translation>novas</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aleatório</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fixo</translation>
    </message>
    <message>
        <source>a random share of the back-off: clients do not come again together</source>
        <translation>uma parte aleatória do recuo: os clientes não voltam juntos</translation>
    </message>
    <message>
        <source>the whole back-off: clients that failed together come again together</source>
        <translation>o recuo todo: clientes que falharam juntos voltam juntos</translation>
    </message>
    <message>
        <source>async def that awaits: while it waits, the loop serves others</source>
        <translation>async def com await: enquanto ela espera, o laço atende outras</translation>
    </message>
    <message>
        <source>def: runs in a thread, and takes a token of the limiter</source>
        <translation>def: roda em uma thread e ocupa um token do limitador</translation>
    </message>
    <message>
        <source>async def that never awaits: holds the loop until it ends</source>
        <translation>async def sem await: prende o laço até terminar</translation>
    </message>
    <message>
        <source>the connection goes back to the pool after each step</source>
        <translation>a conexão volta ao pool depois de cada passo</translation>
    </message>
    <message>
        <source>kept from the first use to the answer: a session by Depends</source>
        <translation>mantida do primeiro uso até a resposta: uma sessão por Depends</translation>
    </message>
    <message>
        <source>keep-alive: the next request uses the same connection</source>
        <translation>keep-alive: a próxima requisição usa a mesma conexão</translation>
    </message>
    <message>
        <source>a new connection for each request</source>
        <translation>uma conexão nova para cada requisição</translation>
    </message>
    <message>
        <source>travelling</source>
        <translation>em trânsito</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>on CPU</source>
        <translation>em CPU</translation>
    </message>
    <message>
        <source>in I/O</source>
        <translation>em E/S</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondida</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tempo esgotado</translation>
    </message>
    <message>
        <source>orphan work</source>
        <translation>trabalho órfão</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>todos juntos</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requisições</translation>
    </message>
    <message>
        <source>colour = what it does</source>
        <translation>cor = o que ela faz</translation>
    </message>
    <message>
        <source>Worker processes of the message queue. One that is too many finishes what it works on and goes.</source>
        <translation>Processos que atendem a fila de mensagens. O que sobra termina o que está executando e sai.</translation>
    </message>
    <message>
        <source>Messages that a consumer works on at once.</source>
        <translation>Mensagens que um consumidor executa ao mesmo tempo.</translation>
    </message>
    <message>
        <source>Messages that a consumer may hold unacknowledged. What it reserves no other consumer can have meanwhile.</source>
        <translation>Mensagens que um consumidor pode ter sem confirmação. O que ele reserva nenhum outro recebe enquanto isso.</translation>
    </message>
    <message>
        <source>Messages that may wait in the queue; with more, a route that enqueues answers 503.</source>
        <translation>Mensagens que podem esperar na fila; além disso, uma rota que enfileira responde 503.</translation>
    </message>
    <message>
        <source>How long the longest I/O step of the task takes on average.</source>
        <translation>Quanto dura, em média, o maior passo de E/S da tarefa.</translation>
    </message>
    <message>
        <source>Share of the executions that fail at their end. The message is then delivered again, or counts as failed.</source>
        <translation>Parte das execuções que falham no fim. A mensagem é então reentregue, ou conta como falha.</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>Consumidores</translation>
    </message>
    <message>
        <source>Consumer concurrency</source>
        <translation>Concorrência por consumidor</translation>
    </message>
    <message>
        <source>Prefetch</source>
        <translation>Prefetch</translation>
    </message>
    <message>
        <source>Queue capacity</source>
        <translation>Capacidade da fila</translation>
    </message>
    <message>
        <source>Task I/O</source>
        <translation>E/S da tarefa</translation>
    </message>
    <message>
        <source>Task failure rate</source>
        <translation>Taxa de falha da tarefa</translation>
    </message>
    <message>
        <source>Backlog (message queue)</source>
        <translation>Backlog (fila de mensagens)</translation>
    </message>
    <message>
        <source>no message queue</source>
        <translation>sem fila de mensagens</translation>
    </message>
    <message>
        <source>message</source>
        <translation>mensagem</translation>
    </message>
    <message>
        <source>delivered again</source>
        <translation>reentregue</translation>
    </message>
    <message>
        <source>From its second answer on, a kept connection waits this long for an acknowledgement, where there are several workers on asyncio loops and the client sends again within 40 ms.</source>
        <translation>A partir da segunda resposta, uma conexão mantida espera esse tempo por uma confirmação (ACK) quando há vários workers em laços asyncio e o cliente envia de novo em menos de 40 ms.</translation>
    </message>
</context>
<context>
    <name>ParametersPanel</name>
    <message>
        <source>1 change</source>
        <translation>1 mudança</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} mudanças</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>Procurar parâmetro</translation>
    </message>
    <message>
        <source>Show all parameters</source>
        <translation>Mostrar todos os parâmetros</translation>
    </message>
</context>
<context>
    <name>PastRunsDialog</name>
    <message>
        <source>Past runs</source>
        <translation>Execuções anteriores</translation>
    </message>
    <message>
        <source>None yet: a run is kept when it is left.</source>
        <translation>Nenhuma ainda: uma execução é guardada quando se sai dela.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Cenário</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semente</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simulado</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Mudanças</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Rodar de novo</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>Deixada em</translation>
    </message>
</context>
<context>
    <name>PlaceView</name>
    <message>
        <source>in service</source>
        <translation>em serviço</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>waiting to be accepted</source>
        <translation>esperando ser aceita</translation>
    </message>
    <message>
        <source>room for</source>
        <translation>lugar para</translation>
    </message>
    <message>
        <source>the first has waited</source>
        <translation>a primeira espera há</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>ninguém</translation>
    </message>
    <message>
        <source>loop held, last second</source>
        <translation>laço ocupado, último segundo</translation>
    </message>
    <message>
        <source>loop held now by</source>
        <translation>laço ocupado agora por</translation>
    </message>
    <message>
        <source>at work or in I/O</source>
        <translation>trabalhando ou em E/S</translation>
    </message>
    <message>
        <source>threads taken</source>
        <translation>threads ocupadas</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>sent, last second</source>
        <translation>enviadas, último segundo</translation>
    </message>
    <message>
        <source>median response time</source>
        <translation>tempo de resposta mediano</translation>
    </message>
    <message>
        <source>95 % were faster than</source>
        <translation>95 % mais rápidas que</translation>
    </message>
    <message>
        <source>Requests there, the longest first</source>
        <translation>Requisições aqui, as mais antigas primeiro</translation>
    </message>
    <message>
        <source>loop held</source>
        <translation>laço ocupado</translation>
    </message>
    <message>
        <source>A process with one event loop: one request at a time computes in it.</source>
        <translation>Um processo com um laço de eventos: nele, uma requisição por vez usa a CPU.</translation>
    </message>
    <message>
        <source>A source of requests.</source>
        <translation>Uma fonte de requisições.</translation>
    </message>
    <message>
        <source>Works on what the handlers wait for.</source>
        <translation>Faz aquilo que as rotas esperam.</translation>
    </message>
    <message>
        <source>Connections that the system has made and no worker has accepted yet; workers pull from it.</source>
        <translation>Conexões que o sistema já estabeleceu e nenhum worker aceitou ainda; os workers puxam daqui.</translation>
    </message>
    <message>
        <source>works on</source>
        <translation>executa</translation>
    </message>
    <message>
        <source>reserved, not begun</source>
        <translation>reservadas, não começadas</translation>
    </message>
    <message>
        <source>messages waiting</source>
        <translation>mensagens à espera</translation>
    </message>
    <message>
        <source>hidden until their time-out</source>
        <translation>invisíveis até o fim do tempo</translation>
    </message>
    <message>
        <source>published so far</source>
        <translation>publicadas até agora</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>delivered again</source>
        <translation>reentregues</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falharam</translation>
    </message>
    <message>
        <source>dead letters</source>
        <translation>mensagens mortas</translation>
    </message>
    <message>
        <source>Messages that routes have put here, for consumers to work on after the answer.</source>
        <translation>Mensagens que as rotas puseram aqui, para os consumidores executarem depois da resposta.</translation>
    </message>
    <message>
        <source>A process of its own that works on messages, apart from the server.</source>
        <translation>Um processo próprio que executa mensagens, à parte do servidor.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>e mais {count}</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>tried</source>
        <translation>tentado</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>execuções</translation>
    </message>
    <message>
        <source>met</source>
        <translation>cumprida</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>não cumprida</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>não dá para dizer</translation>
    </message>
    <message>
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <source>No choice meets {targets}; {point} came closest.</source>
        <translation>Nenhuma escolha cumpre {targets}; {point} chegou mais perto.</translation>
    </message>
    <message>
        <source>No choice was shown to meet {targets}; {point} came closest.</source>
        <translation>De nenhuma escolha se mostrou que cumpre {targets}; {point} chegou mais perto.</translation>
    </message>
    <message>
        <source>{point} is the cheapest that meets {targets} ({confidence} confidence).</source>
        <translation>{point} é o mais barato que cumpre {targets} (confiança de {confidence}).</translation>
    </message>
    <message>
        <source>{point} meets {targets} ({confidence} confidence); whether a cheaper one does is open.</source>
        <translation>{point} cumpre {targets} (confiança de {confidence}); se um mais barato cumpre, está em aberto.</translation>
    </message>
    <message>
        <source>It costs {cost}.</source>
        <translation>Custa {cost}.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Metas</translation>
    </message>
    <message>
        <source>Choose among</source>
        <translation>Escolher entre</translation>
    </message>
    <message>
        <source>and</source>
        <translation>e</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Tempo simulado</translation>
    </message>
    <message>
        <source>Such as p95&lt;300ms, errors&lt;0.1%, utilisation&lt;80%, throughput&gt;100</source>
        <translation>Como p95&lt;300ms, errors&lt;0.1%, utilisation&lt;80%, throughput&gt;100</translation>
    </message>
    <message>
        <source>Simulated time of each run</source>
        <translation>Tempo simulado de cada execução</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidências</translation>
    </message>
    <message>
        <source>What comes of it will stand here.</source>
        <translation>O resultado aparecerá aqui.</translation>
    </message>
    <message>
        <source>Look for it</source>
        <translation>Procurar</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>line {line}</source>
        <translation>linha {line}</translation>
    </message>
    <message>
        <source>Problems of the text</source>
        <translation>Problemas do texto</translation>
    </message>
    <message>
        <source>Notes on the text</source>
        <translation>Notas sobre o texto</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>required, but missing</source>
        <translation>obrigatório, mas falta</translation>
    </message>
    <message>
        <source>required for {what}, but missing</source>
        <translation>obrigatório para {what}, mas falta</translation>
    </message>
    <message>
        <source>required where there are several routes, but missing</source>
        <translation>obrigatório quando há várias rotas, mas falta</translation>
    </message>
    <message>
        <source>unknown key</source>
        <translation>chave desconhecida</translation>
    </message>
    <message>
        <source>unknown key: there is nothing below it</source>
        <translation>chave desconhecida: não há nada abaixo dela</translation>
    </message>
    <message>
        <source>is no key of {what} arrivals</source>
        <translation>não é chave de chegadas {what}</translation>
    </message>
    <message>
        <source>is no key of {what}</source>
        <translation>não é chave de {what}</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>precisa ser um número inteiro</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>precisa ser um número</translation>
    </message>
    <message>
        <source>must be a number that fits into a double</source>
        <translation>precisa ser um número que caiba em um double</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>precisa ser um número finito</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>precisa ser true ou false</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>precisa ser um texto</translation>
    </message>
    <message>
        <source>must be a table</source>
        <translation>precisa ser uma tabela</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>precisa ser uma lista</translation>
    </message>
    <message>
        <source>must be a value</source>
        <translation>precisa ser um valor</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>não pode ficar vazio</translation>
    </message>
    <message>
        <source>must begin with &quot;/&quot; and have no spaces or brackets</source>
        <translation>precisa começar com &quot;/&quot; e não ter espaços nem colchetes</translation>
    </message>
    <message>
        <source>must have no brackets and no control characters</source>
        <translation>não pode ter colchetes nem caracteres de controle</translation>
    </message>
    <message>
        <source>must have a weight above 0</source>
        <translation>precisa ter um peso acima de 0</translation>
    </message>
    <message>
        <source>must have at most {count} characters</source>
        <translation>precisa ter no máximo {count} caracteres</translation>
    </message>
    <message>
        <source>must have at least {count} entry</source>
        <translation>precisa ter ao menos {count} item</translation>
    </message>
    <message>
        <source>must have at most {count} entries</source>
        <translation>precisa ter no máximo {count} itens</translation>
    </message>
    <message>
        <source>must have at most {count} users together</source>
        <translation>precisa ter no máximo {count} usuários no total</translation>
    </message>
    <message>
        <source>must have one of cpu, io and enqueue</source>
        <translation>precisa ter um entre cpu, io e enqueue</translation>
    </message>
    <message>
        <source>must be a time such as &quot;50ms&quot;, &quot;1.5s&quot; or &quot;2min&quot;</source>
        <translation>precisa ser um tempo como &quot;50ms&quot;, &quot;1.5s&quot; ou &quot;2min&quot;</translation>
    </message>
    <message>
        <source>must be a time such as &quot;50ms&quot;</source>
        <translation>precisa ser um tempo como &quot;50ms&quot;</translation>
    </message>
    <message>
        <source>needs a unit ({units})</source>
        <translation>precisa de uma unidade ({units})</translation>
    </message>
    <message>
        <source>must be a time of 0 or more</source>
        <translation>precisa ser um tempo de 0 ou mais</translation>
    </message>
    <message>
        <source>must be a time of at most {limit}</source>
        <translation>precisa ser um tempo de no máximo {limit}</translation>
    </message>
    <message>
        <source>must be below run.duration ({limit})</source>
        <translation>precisa ficar abaixo de run.duration ({limit})</translation>
    </message>
    <message>
        <source>must be before the run ends ({limit})</source>
        <translation>precisa vir antes do fim da execução ({limit})</translation>
    </message>
    <message>
        <source>must be before the group stops ({limit})</source>
        <translation>precisa vir antes de o grupo parar ({limit})</translation>
    </message>
    <message>
        <source>must be at most {limit} in the window</source>
        <translation>precisa ser no máximo {limit} na janela</translation>
    </message>
    <message>
        <source>must be at most {limit} bytes</source>
        <translation>precisa ter no máximo {limit} bytes</translation>
    </message>
    <message>
        <source>must be at most {limit}</source>
        <translation>precisa ser no máximo {limit}</translation>
    </message>
    <message>
        <source>must be at least {limit}</source>
        <translation>precisa ser no mínimo {limit}</translation>
    </message>
    <message>
        <source>must be above {limit}</source>
        <translation>precisa ser maior que {limit}</translation>
    </message>
    <message>
        <source>must be below {limit}</source>
        <translation>precisa ser menor que {limit}</translation>
    </message>
    <message>
        <source>must be 1</source>
        <translation>precisa ser 1</translation>
    </message>
    <message>
        <source>must be unique</source>
        <translation>precisa ser único</translation>
    </message>
    <message>
        <source>must be sorted by time</source>
        <translation>precisa estar em ordem de tempo</translation>
    </message>
    <message>
        <source>must be {choices} or {last}</source>
        <translation>precisa ser {choices} ou {last}</translation>
    </message>
    <message>
        <source>would give more than {count} rows</source>
        <translation>daria mais de {count} linhas</translation>
    </message>
    <message>
        <source>goes with {what} only</source>
        <translation>só vale com {what}</translation>
    </message>
    <message>
        <source>a task cannot enqueue</source>
        <translation>uma tarefa não pode enfileirar</translation>
    </message>
    <message>
        <source>needs a [broker]</source>
        <translation>precisa de um [broker]</translation>
    </message>
    <message>
        <source>is not defined in {table}</source>
        <translation>não está definido em {table}</translation>
    </message>
    <message>
        <source>{name} is not defined in {table}</source>
        <translation>{name} não está definido em {table}</translation>
    </message>
    <message>
        <source>{name} is no distribution</source>
        <translation>{name} não é uma distribuição</translation>
    </message>
    <message>
        <source>{name} is fixed for a run</source>
        <translation>{name} é fixo durante a execução</translation>
    </message>
    <message>
        <source>there is no {name} in {table}</source>
        <translation>não há {name} em {table}</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>tem níveis demais</translation>
    </message>
    <message>
        <source>is not a text file in UTF-8</source>
        <translation>não é um arquivo de texto em UTF-8</translation>
    </message>
    <message>
        <source>is not valid TOML: {what}</source>
        <translation>não é TOML válido: {what}</translation>
    </message>
    <message>
        <source>has a number that is too long</source>
        <translation>tem um número longo demais</translation>
    </message>
    <message>
        <source>cannot be read: {why}</source>
        <translation>não pode ser lido: {why}</translation>
    </message>
    <message>
        <source>is empty: a scenario needs at least {what}</source>
        <translation>está vazio: um cenário precisa ao menos de {what}</translation>
    </message>
    <message>
        <source>must be from {begin} on</source>
        <translation>precisa ser a partir de {begin}</translation>
    </message>
    <message>
        <source>must be from {begin} to before {end}</source>
        <translation>precisa ser de {begin} até antes de {end}</translation>
    </message>
    <message>
        <source>{file} has the route {path}, which is not defined</source>
        <translation>{file} tem a rota {path}, que não está definida</translation>
    </message>
    <message>
        <source>{file} says the route of each request already</source>
        <translation>{file} já diz a rota de cada requisição</translation>
    </message>
    <message>
        <source>is fixed for a run</source>
        <translation>é fixo durante uma execução</translation>
    </message>
    <message>
        <source>is closed</source>
        <translation>está fechado</translation>
    </message>
    <message>
        <source>is no key of {what}, but of kafka</source>
        <translation>não é chave de {what}, mas de kafka</translation>
    </message>
    <message>
        <source>must be 0 or at least broker.prefetch ({prefetch}): one slot would reserve more than may wait</source>
        <translation>precisa ser 0 ou no mínimo broker.prefetch ({prefetch}): uma vaga reservaria mais do que pode esperar</translation>
    </message>
    <message>
        <source>must be 0 where broker.ack = early: what rabbitmq acknowledges as it sends it is not held back by a prefetch</source>
        <translation>precisa ser 0 quando broker.ack = early: o que o rabbitmq confirma ao enviar não é contido por um prefetch</translation>
    </message>
    <message>
        <source>must be 1 for rq: a worker takes one job at a time, and no other before it has ended</source>
        <translation>precisa ser 1 no rq: um worker pega um trabalho por vez, e nenhum outro antes que ele termine</translation>
    </message>
    <message>
        <source>must be late for rq: a job is done when it has ended, and fails where its worker dies</source>
        <translation>precisa ser late no rq: um trabalho está feito quando termina, e falha quando seu worker morre</translation>
    </message>
    <message>
        <source>must be 0 for rq: no job comes back for its age</source>
        <translation>precisa ser 0 no rq: nenhum trabalho volta por causa da idade</translation>
    </message>
    <message>
        <source>must be 1 for kafka: a consumer executes its batch in order</source>
        <translation>precisa ser 1 no kafka: um consumidor executa seu lote em ordem</translation>
    </message>
    <message>
        <source>must be late for kafka: what was polled is committed by a later poll</source>
        <translation>precisa ser late no kafka: o que foi buscado é confirmado por uma busca posterior</translation>
    </message>
    <message>
        <source>{target} is nothing that can be slow</source>
        <translation>{target} não é nada que possa ficar lento</translation>
    </message>
    <message>
        <source>{target} is nothing that can be down</source>
        <translation>{target} não é nada que possa ficar fora do ar</translation>
    </message>
    <message>
        <source>{target} is nothing that can hang</source>
        <translation>{target} não é nada que possa travar</translation>
    </message>
    <message>
        <source>{target} is nothing that can crash</source>
        <translation>{target} não é nada que possa quebrar</translation>
    </message>
    <message>
        <source>{target} is nothing that can restart</source>
        <translation>{target} não é nada que possa reiniciar</translation>
    </message>
    <message>
        <source>must be a text, or a table of texts with the keys {keys}</source>
        <translation>precisa ser um texto, ou uma tabela de textos com as chaves {keys}</translation>
    </message>
    <message>
        <source>must be a key such as &quot;server.workers&quot; or &quot;routes[/x].steps[0].io&quot;</source>
        <translation>precisa ser uma chave como &quot;server.workers&quot; ou &quot;routes[/x].steps[0].io&quot;</translation>
    </message>
    <message>
        <source>must be KEY=VALUE, such as server.workers=4</source>
        <translation>precisa ser CHAVE=VALOR, como server.workers=4</translation>
    </message>
    <message>
        <source>sd must not be above the mean</source>
        <translation>sd não pode ser maior que a média</translation>
    </message>
    <message>
        <source>lowest must not be above highest</source>
        <translation>lowest não pode ser maior que highest</translation>
    </message>
    <message>
        <source>{kind} takes ({parameters})</source>
        <translation>{kind} recebe ({parameters})</translation>
    </message>
    <message>
        <source>{name} must be a number</source>
        <translation>{name} precisa ser um número</translation>
    </message>
    <message>
        <source>{name} must be above {lowest} and at most {highest}</source>
        <translation>{name} precisa ser maior que {lowest} e no máximo {highest}</translation>
    </message>
    <message>
        <source>{name}, line {number}: {rule}</source>
        <translation>{name}, linha {number}: {rule}</translation>
    </message>
    <message>
        <source>cannot read {name}: {why}</source>
        <translation>não foi possível ler {name}: {why}</translation>
    </message>
    <message>
        <source>{name} is not a text file in UTF-8</source>
        <translation>{name} não é um arquivo de texto em UTF-8</translation>
    </message>
    <message>
        <source>{name} is not text</source>
        <translation>{name} não é texto</translation>
    </message>
    <message>
        <source>{name} is no CSV file: {why}</source>
        <translation>{name} não é um arquivo CSV: {why}</translation>
    </message>
    <message>
        <source>{name} is empty</source>
        <translation>{name} está vazio</translation>
    </message>
    <message>
        <source>{name} has no times</source>
        <translation>{name} não tem tempos</translation>
    </message>
    <message>
        <source>{name} has no arrivals</source>
        <translation>{name} não tem chegadas</translation>
    </message>
    <message>
        <source>{name} must have a column time_s</source>
        <translation>{name} precisa ter uma coluna time_s</translation>
    </message>
    <message>
        <source>has {count} columns of {wanted}</source>
        <translation>tem {count} colunas de {wanted}</translation>
    </message>
    <message>
        <source>must be sorted by time_s</source>
        <translation>precisa estar em ordem de time_s</translation>
    </message>
    <message>
        <source>must be seconds</source>
        <translation>precisa ser em segundos</translation>
    </message>
    <message>
        <source>time_s must be a number of seconds</source>
        <translation>time_s precisa ser um número de segundos</translation>
    </message>
    <message>
        <source>time_s must be 0 or more</source>
        <translation>time_s precisa ser 0 ou mais</translation>
    </message>
    <message>
        <source>cannot be saved: {why}</source>
        <translation>não foi possível salvar: {why}</translation>
    </message>
    <message>
        <source>cannot write results: {path} is in use by another run</source>
        <translation>não foi possível gravar os resultados: {path} está em uso por outra execução</translation>
    </message>
    <message>
        <source>cannot write results: {place}: {why}</source>
        <translation>não foi possível gravar os resultados: {place}: {why}</translation>
    </message>
    <message>
        <source>cannot write {place}: {why}</source>
        <translation>não foi possível gravar {place}: {why}</translation>
    </message>
    <message>
        <source>cannot copy {name}: {why}</source>
        <translation>não foi possível copiar {name}: {why}</translation>
    </message>
    <message>
        <source>has no column {name}: a run with --trace writes it</source>
        <translation>não tem a coluna {name}: uma execução com --trace a grava</translation>
    </message>
    <message>
        <source>line {number} is none that a run writes ({what})</source>
        <translation>a linha {number} não é das que uma execução grava ({what})</translation>
    </message>
    <message>
        <source>must name a scenario file</source>
        <translation>precisa indicar um arquivo de cenário</translation>
    </message>
    <message>
        <source>there is no file {name}</source>
        <translation>não há o arquivo {name}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>está faltando</translation>
    </message>
    <message>
        <source>the diagram has no {name}</source>
        <translation>o diagrama não tem {name}</translation>
    </message>
    <message>
        <source>the name {name} is taken</source>
        <translation>o nome {name} já está em uso</translation>
    </message>
    <message>
        <source>two options have the same name</source>
        <translation>duas opções têm o mesmo nome</translation>
    </message>
    <message>
        <source>two steps have the name {name}</source>
        <translation>dois passos têm o nome {name}</translation>
    </message>
    <message>
        <source>only a question has it: what is right of the others is what the run has</source>
        <translation>só uma pergunta o tem: o certo nas outras é o que a execução tem</translation>
    </message>
    <message>
        <source>{kind} needs at least two options</source>
        <translation>{kind} precisa de pelo menos duas opções</translation>
    </message>
    <message>
        <source>needs a figure, such as throughput_per_s.mean: it is what the run has</source>
        <translation>precisa de uma medida, como throughput_per_s.mean: é o que a execução tem</translation>
    </message>
    <message>
        <source>a number has no options</source>
        <translation>um número não tem opções</translation>
    </message>
    <message>
        <source>right must be one of its options</source>
        <translation>right precisa ser uma de suas opções</translation>
    </message>
    <message>
        <source>at_least and below belong to every option of a choice that has a figure, or to none</source>
        <translation>at_least e below são de todas as opções de uma escolha que tem medida, ou de nenhuma</translation>
    </message>
    <message>
        <source>needs a figure, its own or the prediction&apos;s</source>
        <translation>precisa de uma medida, sua ou da previsão</translation>
    </message>
    <message>
        <source>needs a figure of its own, or set, or at_least and below: else nothing tells it from the others</source>
        <translation>precisa de uma medida própria, ou de set, ou de at_least e below: senão nada a distingue das outras</translation>
    </message>
    <message>
        <source>needs stars and knobs, or a prediction</source>
        <translation>precisa de stars e knobs, ou de uma previsão</translation>
    </message>
    <message>
        <source>a prediction that is a challenge must be a choice</source>
        <translation>uma previsão que é um desafio precisa ser uma escolha</translation>
    </message>
    <message>
        <source>must begin with &quot;# &quot; and the title</source>
        <translation>precisa começar com &quot;# &quot; e o título</translation>
    </message>
    <message>
        <source>there is no step {name}</source>
        <translation>não há o passo {name}</translation>
    </message>
    <message>
        <source>is missing &quot;## {step}: Heading&quot;</source>
        <translation>está sem &quot;## {step}: Título&quot;</translation>
    </message>
    <message>
        <source>the step {step} is missing {heading}</source>
        <translation>ao passo {step} falta {heading}</translation>
    </message>
    <message>
        <source>the step {step} has no {what}</source>
        <translation>o passo {step} não tem {what}</translation>
    </message>
    <message>
        <source>{name} is no claim of this step</source>
        <translation>{name} não é uma afirmação deste passo</translation>
    </message>
    <message>
        <source>must be &quot;## step: Heading&quot;</source>
        <translation>precisa ser &quot;## passo: Título&quot;</translation>
    </message>
    <message>
        <source>the step {step} has a section already</source>
        <translation>o passo {step} já tem uma seção</translation>
    </message>
    <message>
        <source>must be &quot;### &quot; and one of {parts}</source>
        <translation>precisa ser &quot;### &quot; e um de {parts}</translation>
    </message>
    <message>
        <source>the first step needs a server: {example}</source>
        <translation>o primeiro passo precisa de um servidor: {example}</translation>
    </message>
    <message>
        <source>has both from and inline: one of them is enough</source>
        <translation>tem from e inline: um deles basta</translation>
    </message>
    <message>
        <source>there is no bundled scenario {name}</source>
        <translation>não há cenário incluído {name}</translation>
    </message>
    <message>
        <source>there is no file {name} in the lesson&apos;s folder</source>
        <translation>não há o arquivo {name} na pasta da lição</translation>
    </message>
    <message>
        <source>must be a figure such as {examples}</source>
        <translation>precisa ser uma medida como {examples}</translation>
    </message>
    <message>
        <source>there is no figure {name}: {word} is unknown</source>
        <translation>não há a medida {name}: {word} é desconhecido</translation>
    </message>
    <message>
        <source>{name} is no number: it has {names}</source>
        <translation>{name} não é um número: tem {names}</translation>
    </message>
    <message>
        <source>must be a number, a time such as &quot;50ms&quot;, or a share such as &quot;85%&quot;</source>
        <translation>precisa ser um número, um tempo como &quot;50ms&quot; ou uma parte como &quot;85%&quot;</translation>
    </message>
    <message>
        <source>{name} is no figure: one of {names}</source>
        <translation>{name} não é uma medida: uma de {names}</translation>
    </message>
    <message>
        <source>{name} is no figure (did you mean {word}?): one of {names}</source>
        <translation>{name} não é uma medida (você quis dizer {word}?): uma de {names}</translation>
    </message>
    <message>
        <source>{name} is to be below: &lt;</source>
        <translation>{name} deve ficar abaixo de um valor: use &lt;</translation>
    </message>
    <message>
        <source>{name} is to be above: &gt;</source>
        <translation>{name} deve ficar acima de um valor: use &gt;</translation>
    </message>
    <message>
        <source>{name} needs a value such as {example}</source>
        <translation>{name} precisa de um valor como {example}</translation>
    </message>
    <message>
        <source>{name} must be a time above 0</source>
        <translation>{name} precisa ser um tempo maior que 0</translation>
    </message>
    <message>
        <source>{name} must be above 0</source>
        <translation>{name} precisa ser maior que 0</translation>
    </message>
    <message>
        <source>{name} must be above 0 and at most 100%</source>
        <translation>{name} precisa ser maior que 0 e no máximo 100%</translation>
    </message>
    <message>
        <source>there is none: give at least one, {examples}</source>
        <translation>não há nenhum: dê pelo menos um, {examples}</translation>
    </message>
    <message>
        <source>there is none: say what may be chosen, such as server.workers=1..32</source>
        <translation>não há nenhum: diga o que pode ser escolhido, como server.workers=1..32</translation>
    </message>
    <message>
        <source>makes {count} points; a plan looks for the best of at most {most}</source>
        <translation>faz {count} pontos; um plano procura o melhor entre no máximo {most}</translation>
    </message>
    <message>
        <source>that is {count} runs; at most {most} here: use simulate sweep</source>
        <translation>são {count} execuções; aqui, no máximo {most}: use simulate sweep</translation>
    </message>
    <message>
        <source>must be KEY=VALUES, {examples}</source>
        <translation>precisa ser CHAVE=VALORES, {examples}</translation>
    </message>
    <message>
        <source>is a table: name one of its keys</source>
        <translation>é uma tabela: indique uma de suas chaves</translation>
    </message>
    <message>
        <source>has no values</source>
        <translation>não tem valores</translation>
    </message>
    <message>
        <source>has an empty value</source>
        <translation>tem um valor vazio</translation>
    </message>
    <message>
        <source>must be a list of values, or one range</source>
        <translation>precisa ser uma lista de valores ou uma faixa</translation>
    </message>
    <message>
        <source>has {value} twice</source>
        <translation>tem {value} duas vezes</translation>
    </message>
    <message>
        <source>a range must be of numbers or times, such as 10ms..200ms: {rule}</source>
        <translation>uma faixa precisa ser de números ou tempos, como 10ms..200ms: {rule}</translation>
    </message>
    <message>
        <source>must be whole numbers</source>
        <translation>precisam ser números inteiros</translation>
    </message>
    <message>
        <source>must be finite</source>
        <translation>precisa ser finito</translation>
    </message>
    <message>
        <source>is empty: {low} is above {high}</source>
        <translation>está vazia: {low} é maior que {high}</translation>
    </message>
    <message>
        <source>the number of values must be 1 to {most}</source>
        <translation>o número de valores precisa ser de 1 a {most}</translation>
    </message>
    <message>
        <source>varies twice</source>
        <translation>varia duas vezes</translation>
    </message>
    <message>
        <source>needs a number of values, such as 10ms..200ms:5, or --samples N</source>
        <translation>precisa de um número de valores, como 10ms..200ms:5, ou de --samples N</translation>
    </message>
    <message>
        <source>does not vary</source>
        <translation>não varia</translation>
    </message>
    <message>
        <source>has values that are no numbers, so they have no price</source>
        <translation>tem valores que não são números e, por isso, não têm preço</translation>
    </message>
    <message>
        <source>must be a price of 0 or more</source>
        <translation>precisa ser um preço de 0 ou mais</translation>
    </message>
    <message>
        <source>{name} replays a file, which cannot be made faster</source>
        <translation>{name} reproduz um arquivo, que não pode ser acelerado</translation>
    </message>
    <message>
        <source>set how much is sent while it runs, so there is no one rate to look for</source>
        <translation>definem quanto se envia durante a execução; não há uma taxa única a procurar</translation>
    </message>
    <message>
        <source>nothing is sent after the warm-up, so no target can be judged</source>
        <translation>nada é enviado depois do aquecimento; nenhuma meta pode ser julgada</translation>
    </message>
    <message>
        <source>replication {number}: {rule}</source>
        <translation>replicação {number}: {rule}</translation>
    </message>
    <message>
        <source>every point has the same: use --replications</source>
        <translation>é o mesmo em todos os pontos: use --replications</translation>
    </message>
    <message>
        <source>not comparable with a real server here: {rule}</source>
        <translation>não comparável com um servidor real aqui: {rule}</translation>
    </message>
    <message>
        <source>a real server takes no new values while it runs</source>
        <translation>um servidor real não aceita valores novos durante a execução</translation>
    </message>
    <message>
        <source>a service cannot be made to {what}</source>
        <translation>não dá para fazer um serviço sofrer {what}</translation>
    </message>
    <message>
        <source>a single worker has no supervisor that would start another</source>
        <translation>um worker sozinho não tem supervisor que inicie outro</translation>
    </message>
    <message>
        <source>this Python runs with one</source>
        <translation>este Python roda com um</translation>
    </message>
    <message>
        <source>this Python runs without one</source>
        <translation>este Python roda sem um</translation>
    </message>
    <message>
        <source>this machine has {count}</source>
        <translation>esta máquina tem {count}</translation>
    </message>
    <message>
        <source>this machine&apos;s is {count}</source>
        <translation>o desta máquina é {count}</translation>
    </message>
    <message>
        <source>uvicorn takes whole seconds</source>
        <translation>o uvicorn aceita segundos inteiros</translation>
    </message>
    <message>
        <source>a single worker ends there, and the run with it</source>
        <translation>um worker sozinho termina ali, e a execução com ele</translation>
    </message>
    <message>
        <source>processes of one app share no places here; try one worker</source>
        <translation>processos de um app não compartilham vagas aqui; tente um worker</translation>
    </message>
    <message>
        <source>async routes have a pool of their own, and cannot share one with def or blocking routes</source>
        <translation>rotas async têm um pool próprio e não podem dividir um com rotas def ou bloqueantes</translation>
    </message>
    <message>
        <source>must be at most {limit} s of real time with the drain</source>
        <translation>precisa ser no máximo {limit} s de tempo real, com a drenagem</translation>
    </message>
    <message>
        <source>must be above {time} s: so long workers take to start here</source>
        <translation>precisa ser maior que {time} s: é o que os workers levam para iniciar aqui</translation>
    </message>
    <message>
        <source>must send at most {count} requests to a real server</source>
        <translation>precisa enviar no máximo {count} requisições a um servidor real</translation>
    </message>
    <message>
        <source>a real server is run on Linux and macOS only</source>
        <translation>um servidor real só roda em Linux e macOS</translation>
    </message>
    <message>
        <source>port {port} of {host} is taken: {why}</source>
        <translation>a porta {port} de {host} está ocupada: {why}</translation>
    </message>
    <message>
        <source>port {port} of {host} needs rights that you do not have: {why}</source>
        <translation>a porta {port} de {host} exige direitos que você não tem: {why}</translation>
    </message>
    <message>
        <source>those below 1024 are the administrator&apos;s; choose a higher one, or 0 for any that is free</source>
        <translation>as abaixo de 1024 são do administrador; escolha uma maior, ou 0 para qualquer uma que esteja livre</translation>
    </message>
    <message>
        <source>uvicorn does not come up: {why}</source>
        <translation>o uvicorn não sobe: {why}</translation>
    </message>
    <message>
        <source>the app does not come up: {why}</source>
        <translation>o app não sobe: {why}</translation>
    </message>
    <message>
        <source>uvicorn does not come up within {time} s: {why}</source>
        <translation>o uvicorn não sobe em {time} s: {why}</translation>
    </message>
    <message>
        <source>uvicorn ended while it was asked: {why}</source>
        <translation>o uvicorn terminou enquanto era consultado: {why}</translation>
    </message>
    <message>
        <source>{value}: simulate --config takes more</source>
        <translation>{value}: simulate --config aceita mais</translation>
    </message>
    <message>
        <source>{value} again</source>
        <translation>{value} de novo</translation>
    </message>
    <message>
        <source>{value} or more</source>
        <translation>{value} ou mais</translation>
    </message>
    <message>
        <source>{value} after a later one</source>
        <translation>{value} depois de um posterior</translation>
    </message>
    <message>
        <source>about {value}</source>
        <translation>cerca de {value}</translation>
    </message>
    <message>
        <source>{rule}, got {value}</source>
        <translation>{rule}; recebeu {value}</translation>
    </message>
    <message>
        <source>{said} (did you mean {word}?)</source>
        <translation>{said} (você quis dizer {word}?)</translation>
    </message>
    <message>
        <source>the stand-in for the broker has one queue, and no partitions</source>
        <translation>o substituto da fila de mensagens tem uma só fila, sem partições</translation>
    </message>
    <message>
        <source>the stand-in for the broker has room for all messages</source>
        <translation>o substituto da fila de mensagens tem lugar para todas as mensagens</translation>
    </message>
    <message>
        <source>the stand-in for the broker delivers nothing again for its age</source>
        <translation>o substituto da fila de mensagens não reentrega nada por causa da idade</translation>
    </message>
    <message>
        <source>the stand-in for the broker has at most {count} slots in all its consumers</source>
        <translation>o substituto da fila de mensagens tem no máximo {count} vagas em todos os seus consumidores</translation>
    </message>
    <message>
        <source>the stand-in for the broker delivers again at once</source>
        <translation>o substituto da fila de mensagens reentrega na hora</translation>
    </message>
    <message>
        <source>consumers that compute share one processor here; try one</source>
        <translation>consumidores que calculam dividem um processador aqui; tente um só</translation>
    </message>
    <message>
        <source>the stand-in&apos;s consumers use no service that is limited, or gets slow</source>
        <translation>os consumidores do substituto não usam serviço que tenha limite ou fique lento</translation>
    </message>
    <message>
        <source>no consumer of the stand-in for the broker can crash</source>
        <translation>nenhum consumidor do substituto da fila de mensagens pode cair</translation>
    </message>
    <message>
        <source>the stand-in for the broker does not come up: {why}</source>
        <translation>o substituto da fila de mensagens não sobe: {why}</translation>
    </message>
    <message>
        <source>the stand-in for the broker does not answer: {why}</source>
        <translation>o substituto da fila de mensagens não responde: {why}</translation>
    </message>
    <message>
        <source>the stand-in for the broker ended while it was needed: {why}</source>
        <translation>o substituto da fila de mensagens terminou enquanto era usado: {why}</translation>
    </message>
    <message>
        <source>must enqueue at most {count} messages beside a real server</source>
        <translation>deve enfileirar no máximo {count} mensagens ao lado de um servidor real</translation>
    </message>
    <message>
        <source>a scenario file needs a name</source>
        <translation>um arquivo de cenário precisa de um nome</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>uma tabela</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>uma lista</translation>
    </message>
    <message>
        <source>an empty table</source>
        <translation>uma tabela vazia</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>uma lista vazia</translation>
    </message>
    <message>
        <source>the date {value}</source>
        <translation>a data {value}</translation>
    </message>
    <message>
        <source>the time {value}</source>
        <translation>a hora {value}</translation>
    </message>
    <message>
        <source>a number of about {count} digits</source>
        <translation>um número de cerca de {count} dígitos</translation>
    </message>
    <message>
        <source>has no {name}, so these are no results of simulate --out</source>
        <translation>não tem {name}; portanto, não são resultados de simulate --out</translation>
    </message>
    <message>
        <source>has no run.seed, so the run cannot be made again</source>
        <translation>não tem run.seed; portanto, a execução não pode ser refeita</translation>
    </message>
    <message>
        <source>must end with {suffixes}</source>
        <translation>precisa terminar com {suffixes}</translation>
    </message>
    <message>
        <source>is not a folder</source>
        <translation>não é uma pasta</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>o arquivo ou a pasta não existe</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>sem permissão</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>o sistema de arquivos é somente leitura</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>não há mais espaço no disco</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>a cota de disco foi excedida</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>o arquivo é grande demais</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>é uma pasta</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>não é uma pasta</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>o arquivo já existe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>o nome do arquivo é longo demais</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>erro de entrada/saída</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>operação não permitida</translation>
    </message>
    <message>
        <source>exists already, and is left as it is</source>
        <translation>já existe, e fica como está</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vazio</translation>
    </message>
    <message>
        <source>is binary, not a log of lines</source>
        <translation>é binário, não um log em linhas</translation>
    </message>
    <message>
        <source>is cut, or is no whole gzip file: {why}</source>
        <translation>está cortado, ou não é um arquivo gzip inteiro: {why}</translation>
    </message>
    <message>
        <source>has a line of more than {count} bytes</source>
        <translation>tem uma linha de mais de {count} bytes</translation>
    </message>
    <message>
        <source>is one JSON object of more than {count} bytes</source>
        <translation>é um só objeto JSON de mais de {count} bytes</translation>
    </message>
    <message>
        <source>no request of {count} lines could be read as {kind}</source>
        <translation>nenhuma requisição de {count} linhas pôde ser lida como {kind}</translation>
    </message>
    <message>
        <source>no request of {count} lines could be read as {kind}: {text}</source>
        <translation>nenhuma requisição de {count} linhas pôde ser lida como {kind}: {text}</translation>
    </message>
    <message>
        <source>is no log that can be read ({kinds}); it begins with {text}</source>
        <translation>não é um log que se possa ler ({kinds}); começa com {text}</translation>
    </message>
    <message>
        <source>takes at most {count} requests; leave it out for their rate</source>
        <translation>aceita no máximo {count} requisições; sem ele, vale a taxa delas</translation>
    </message>
    <message>
        <source>is no YAML: {what}</source>
        <translation>não é YAML: {what}</translation>
    </message>
    <message>
        <source>is no AsyncFlow topology: it has no topology_graph</source>
        <translation>não é uma topologia do AsyncFlow: falta topology_graph</translation>
    </message>
    <message>
        <source>has no server</source>
        <translation>não tem servidor</translation>
    </message>
    <message>
        <source>needs avg_active_users and avg_request_per_minute_per_user</source>
        <translation>precisa de avg_active_users e avg_request_per_minute_per_user</translation>
    </message>
    <message>
        <source>the server {name} has no endpoints</source>
        <translation>o servidor {name} não tem endpoints</translation>
    </message>
    <message>
        <source>needs {key} in seconds</source>
        <translation>precisa de {key} em segundos</translation>
    </message>
    <message>
        <source>--asyncflow needs PyYAML: {command}</source>
        <translation>--asyncflow precisa do PyYAML: {command}</translation>
    </message>
    <message>
        <source>needs {names}: {command}</source>
        <translation>precisa de {names}: {command}</translation>
    </message>
    <message>
        <source>must be a path that begins with /, and a weight above 0</source>
        <translation>precisa ser um caminho que começa com /, e um peso acima de 0</translation>
    </message>
    <message>
        <source>must be PATH or PATH=WEIGHT</source>
        <translation>precisa ser CAMINHO ou CAMINHO=PESO</translation>
    </message>
    <message>
        <source>gave {count} answers within {time} s: {what}</source>
        <translation>deu {count} respostas em {time} s: {what}</translation>
    </message>
    <message>
        <source>no request was a success ({statuses}): each is asked with GET, and without a login</source>
        <translation>nenhuma requisição deu certo ({statuses}): cada uma é feita com GET, e sem login</translation>
    </message>
    <message>
        <source>a worker of uvicorn does not end within {time} s: {why}</source>
        <translation>um worker do uvicorn não termina em {time} s: {why}</translation>
    </message>
    <message>
        <source>must have letters without accents, digits, - and _ only</source>
        <translation>só pode ter letras sem acentos, dígitos, - e _</translation>
    </message>
    <message>
        <source>names two scenarios and is none itself; simulate compare runs both</source>
        <translation>nomeia dois cenários e não é um; simulate compare executa os dois</translation>
    </message>
    <message>
        <source>must last at least {limit} together with {key}</source>
        <translation>precisa durar ao menos {limit} junto com {key}</translation>
    </message>
    <message>
        <source>must be FIGURE&lt;VALUE, such as {examples} or {last}</source>
        <translation>precisa ser MEDIDA&lt;VALOR, como {examples} ou {last}</translation>
    </message>
    <message>
        <source>there is none: give at least one, such as {examples} or {last}</source>
        <translation>não há nenhuma: dê pelo menos uma, como {examples} ou {last}</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>This scenario does not load</source>
        <translation>Este cenário não carrega</translation>
    </message>
    <message>
        <source>{file} has a problem:</source>
        <translation>{file} tem um problema:</translation>
    </message>
    <message>
        <source>{file} has {count} problems:</source>
        <translation>{file} tem {count} problemas:</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
    </message>
    <message>
        <source>Open another...</source>
        <translation>Abrir outro...</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Cancelar (Esc)</translation>
    </message>
</context>
<context>
    <name>QueueLengths</name>
    <message>
        <source>Queue lengths</source>
        <translation>Tamanho das filas</translation>
    </message>
    <message>
        <source>requests, mean of {span}</source>
        <translation>requisições, média de {span}</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>fila de aceitação</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aceitação</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>pool</translation>
    </message>
    <message>
        <source>service</source>
        <translation>serviço</translation>
    </message>
    <message>
        <source>Backlog (message queue)</source>
        <translation>Backlog (fila de mensagens)</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>mensagens</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>não encerradas</translation>
    </message>
</context>
<context>
    <name>Reality</name>
    <message>
        <source>throughput</source>
        <translation>vazão</translation>
    </message>
    <message>
        <source>worker no. {number}</source>
        <translation>{number}º worker</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusadas</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitadas (503)</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>com falha</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tempo esgotado</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>não encerradas</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pp</translation>
    </message>
    <message>
        <source>The run was cut short.</source>
        <translation>A execução foi interrompida.</translation>
    </message>
    <message>
        <source>Other programs took {share} % of the processors meanwhile: try again on a quiet computer.</source>
        <translation>Outros programas usaram {share} % dos processadores enquanto isso: tente de novo com o computador livre.</translation>
    </message>
    <message>
        <source>The clients were a bottleneck: they took {share} % of a processor.</source>
        <translation>Os clientes foram um gargalo: usaram {share} % de um processador.</translation>
    </message>
    <message>
        <source>One request in a hundred was sent {ms} ms late, or more.</source>
        <translation>Uma em cada cem requisições foi enviada com {ms} ms de atraso ou mais.</translation>
    </message>
    <message>
        <source>Connections of one burst were opened {ms} ms apart: by then another worker may have woken.</source>
        <translation>As conexões de uma rajada foram abertas com {ms} ms entre elas: nesse meio-tempo outro worker pode ter acordado.</translation>
    </message>
    <message>
        <source>A burst of connections was shared by {count} workers, where the model gives it to one.</source>
        <translation>Uma rajada de conexões foi dividida entre {count} workers, e o modelo a dá toda a um só.</translation>
    </message>
    <message>
        <source>The server took {share} % of its processors, and the clients compete for them.</source>
        <translation>O servidor usou {share} % dos seus processadores, e os clientes competem por eles.</translation>
    </message>
    <message>
        <source>One run is no verdict: run it again.</source>
        <translation>Uma execução só não é veredito: execute de novo.</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>vazão útil</translation>
    </message>
    <message>
        <source>{unread} of {lines} lines could not be read.</source>
        <translation>Linhas que não puderam ser lidas: {unread} de {lines}.</translation>
    </message>
    <message>
        <source>Without a counterpart, and listed in the scenario: {count}.</source>
        <translation>Sem correspondência, e listados no cenário: {count}.</translation>
    </message>
    <message>
        <source>The scenario is written.</source>
        <translation>O cenário foi gravado.</translation>
    </message>
    <message>
        <source>{path}: {count} times, mean {mean} ms, {kind}</source>
        <translation>{path}: {count} tempos, média {mean} ms, {kind}</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponencial</translation>
    </message>
    <message>
        <source>lognormal</source>
        <translation>lognormal</translation>
    </message>
    <message>
        <source>gamma</source>
        <translation>gama</translation>
    </message>
    <message>
        <source>no named distribution: the times themselves</source>
        <translation>nenhuma distribuição conhecida: os próprios tempos</translation>
    </message>
    <message>
        <source>tasks completed</source>
        <translation>tarefas concluídas</translation>
    </message>
    <message>
        <source>task: mean wait</source>
        <translation>tarefa: espera média</translation>
    </message>
    <message>
        <source>task: p95 of waits</source>
        <translation>tarefa: p95 da espera</translation>
    </message>
    <message>
        <source>task: mean execution</source>
        <translation>tarefa: execução média</translation>
    </message>
    <message>
        <source>tasks: completed</source>
        <translation>tarefas: concluídas</translation>
    </message>
    <message>
        <source>tasks: failed</source>
        <translation>tarefas: com falha</translation>
    </message>
    <message>
        <source>tasks: dead letters</source>
        <translation>tarefas: mensagens mortas</translation>
    </message>
    <message>
        <source>tasks: unfinished</source>
        <translation>tarefas: não encerradas</translation>
    </message>
    <message>
        <source>A percentile lies where answers are few: on one side only {precise} % of them are between measured and simulated.</source>
        <translation>Um percentil cai onde há poucas respostas: de um dos lados, só {precise} % delas ficam entre o medido e o simulado.</translation>
    </message>
    <message>
        <source>The throughputs are {answers} answers a run apart, and so many come together that they are counted or not as the measured time begins a moment earlier or later: a longer run tells more.</source>
        <translation>As vazões diferem em {answers} respostas por execução, e tantas chegam juntas que são contadas ou não conforme o tempo medido comece um instante antes ou depois: uma execução mais longa diz mais.</translation>
    </message>
    <message>
        <source>Which of the workers that wait gets a connection is the system&apos;s choice, where the model throws fair dice, and a connection that is kept keeps its worker.</source>
        <translation>Qual dos workers à espera recebe uma conexão é escolha do sistema, onde o modelo sorteia com chances iguais, e uma conexão mantida fica com o seu worker.</translation>
    </message>
    <message>
        <source>uvicorn acted up to {seconds} s after it was asked to, since it looks every {every} s: simulated at the instants at which it acted.</source>
        <translation>O uvicorn agiu até {seconds} s depois do pedido, pois olha a cada {every} s: simulado nos instantes em que ele agiu.</translation>
    </message>
    <message>
        <source>A worker is busy {share} % of the time, for a quarter of the run or longer: near saturation the least difference counts much.</source>
        <translation>Um worker fica ocupado {share} % do tempo, por um quarto da execução ou mais: perto da saturação, a menor diferença pesa muito.</translation>
    </message>
    <message>
        <source>{path}: 1 time, of {mean} ms, {kind}</source>
        <translation>{path}: 1 tempo, de {mean} ms, {kind}</translation>
    </message>
    <message>
        <source>So few answers were measured ({count}) that their percentiles are uncertain.</source>
        <translation>Tão poucas respostas foram medidas ({count}) que seus percentis são incertos.</translation>
    </message>
</context>
<context>
    <name>RealityPanel</name>
    <message>
        <source>agrees</source>
        <translation>confere</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>difere</translation>
    </message>
    <message>
        <source>Measured and simulated agree in every figure.</source>
        <translation>Medido e simulado conferem em todos os números.</translation>
    </message>
    <message>
        <source>{agree} of {all} figures agree.</source>
        <translation>{agree} de {all} números conferem.</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Runs this scenario on a real uvicorn on this computer, and compares. It takes the time below, and half a minute more.</source>
        <translation>Executa este cenário em um uvicorn de verdade neste computador e compara. Leva o tempo abaixo e mais meio minuto.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reality check</source>
        <translation>Teste de realidade</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>número</translation>
    </message>
    <message>
        <source>real</source>
        <translation>real</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simulado</translation>
    </message>
    <message>
        <source>Measured beside simulated</source>
        <translation>Medido ao lado do simulado</translation>
    </message>
</context>
<context>
    <name>RecordBudget</name>
    <message>
        <source>Before {time} s only some instants are kept: record full</source>
        <translation>Antes de {time} s, só alguns instantes: registro cheio</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Restore a session</source>
        <translation>Restaurar uma sessão</translation>
    </message>
    <message>
        <source>Vazão ended before &quot;{title}&quot; was saved. Restore it?</source>
        <translation>O Vazão foi encerrado antes de salvar &quot;{title}&quot;. Restaurar?</translation>
    </message>
    <message>
        <source>Kept on {when}, at {time} s of simulated time. Restoring runs it again up to there.</source>
        <translation>Guardado em {when}, aos {time} s de tempo simulado. Ao restaurar, ele é executado de novo até esse instante.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
    </message>
    <message>
        <source>The unsaved session cannot be kept for a crash: {why}</source>
        <translation>A sessão não salva não pode ser guardada para o caso de falha: {why}</translation>
    </message>
    <message>
        <source>A session kept for a crash cannot be restored: {why}</source>
        <translation>Uma sessão guardada para o caso de falha não pode ser restaurada: {why}</translation>
    </message>
</context>
<context>
    <name>RequestTable</name>
    <message>
        <source>Worker {number}</source>
        <translation>Worker {number}</translation>
    </message>
    <message>
        <source>All clients</source>
        <translation>Todos os clientes</translation>
    </message>
    <message>
        <source>All routes</source>
        <translation>Todas as rotas</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Todos os desfechos</translation>
    </message>
    <message>
        <source>All workers</source>
        <translation>Todos os workers</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s) as CSV</source>
        <translation>
            <numerusform>%n linha copiada como CSV</numerusform>
            <numerusform>%n linhas copiadas como CSV</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to this request</source>
        <translation>Ir para esta requisição</translation>
    </message>
    <message>
        <source>Sort by this column (S)</source>
        <translation>Ordenar por esta coluna (S)</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Number, client, route, outcome</source>
        <translation>Número, cliente, rota, desfecho</translation>
    </message>
    <message>
        <source>Search requests</source>
        <translation>Procurar requisições</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Qualquer tempo</translation>
    </message>
    <message>
        <source>Only requests whose answer took at least this long</source>
        <translation>Só requisições cuja resposta levou pelo menos este tempo</translation>
    </message>
    <message>
        <source>Shortest response time</source>
        <translation>Menor tempo de resposta</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Todas as requisições</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n requisição</numerusform>
            <numerusform>%n requisições</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total} requests</source>
        <translation>{shown} de {total} requisições</translation>
    </message>
</context>
<context>
    <name>RequestTableModel</name>
    <message>
        <source>Request</source>
        <translation>Requisição</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Rota</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Desfecho</translation>
    </message>
    <message>
        <source>Sent (s)</source>
        <translation>Envio (s)</translation>
    </message>
    <message>
        <source>Response (ms)</source>
        <translation>Resposta (ms)</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluída</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>recusada</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejeitada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>tempo esgotado</translation>
    </message>
</context>
<context>
    <name>ResponseSpread</name>
    <message>
        <source>Histogram of response times</source>
        <translation>Histograma dos tempos de resposta</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respostas</translation>
    </message>
    <message>
        <source>% of answers, last {span}</source>
        <translation>% das respostas, janela de {span}</translation>
    </message>
</context>
<context>
    <name>ResponseTime</name>
    <message>
        <source>Response time</source>
        <translation>Tempo de resposta</translation>
    </message>
    <message>
        <source>{unit}, last {span}</source>
        <translation>{unit}, janela de {span}</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Back to {value}</source>
        <translation>Voltar a {value}</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>This run cannot be kept among the past runs: {why}</source>
        <translation>Esta execução não pode ser guardada entre as anteriores: {why}</translation>
    </message>
    <message>
        <source>Comparing it with requests.csv</source>
        <translation>Comparando com requests.csv</translation>
    </message>
    <message>
        <source>{folder} has no {file} to compare with</source>
        <translation>{folder} não tem {file} para comparar</translation>
    </message>
    <message>
        <source>{file} differs from the run that its scenario.toml gives here, from line {line} on.</source>
        <translation>{file} difere da execução que seu scenario.toml dá aqui, a partir da linha {line}.</translation>
    </message>
    <message>
        <source>(no line)</source>
        <translation>(nenhuma linha)</translation>
    </message>
    <message>
        <source>There: {found}
Here: {expected}</source>
        <translation>Lá: {found}
Aqui: {expected}</translation>
    </message>
    <message>
        <source>Another version of Vazão may have made it, or one of the two files was changed.</source>
        <translation>Outra versão do Vazão pode tê-lo feito, ou um dos dois arquivos foi alterado.</translation>
    </message>
    <message numerus="yes">
        <source>Checked: this run has the same %n row(s), byte for byte</source>
        <translation>
            <numerusform>Conferido: esta execução tem a mesma %n linha, byte a byte</numerusform>
            <numerusform>Conferido: esta execução tem as mesmas %n linhas, byte a byte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScenarioButton</name>
    <message>
        <source>Scenario</source>
        <translation>Cenário</translation>
    </message>
    <message>
        <source>Bundled scenario</source>
        <translation>Cenário incluído</translation>
    </message>
    <message>
        <source>{kind} (changed)</source>
        <translation>{kind} (alterado)</translation>
    </message>
    <message>
        <source>Scenario: {title}</source>
        <translation>Cenário: {title}</translation>
    </message>
</context>
<context>
    <name>ScenarioFiles</name>
    <message>
        <source>Saved as {file}</source>
        <translation>Salvo como {file}</translation>
    </message>
</context>
<context>
    <name>ScenarioTextPanel</name>
    <message>
        <source>1 problem: the run keeps its last values</source>
        <translation>1 problema: seguem valendo os últimos valores</translation>
    </message>
    <message>
        <source>{count} problems: the run keeps its last values</source>
        <translation>{count} problemas: seguem valendo os últimos valores</translation>
    </message>
    <message>
        <source>waits for a restart</source>
        <translation>espera um reinício</translation>
    </message>
    <message>
        <source>in step with the run</source>
        <translation>em sincronia com a execução</translation>
    </message>
    <message>
        <source>Fixed for a run: {keys}</source>
        <translation>Fixo durante a execução: {keys}</translation>
    </message>
    <message>
        <source>Scenario as TOML</source>
        <translation>Cenário em TOML</translation>
    </message>
    <message>
        <source>Restart with this text</source>
        <translation>Reiniciar com este texto</translation>
    </message>
    <message>
        <source>Back to the text that was opened</source>
        <translation>Voltar ao texto que foi aberto</translation>
    </message>
    <message>
        <source>{state}; 1 note</source>
        <translation>{state}; 1 nota</translation>
    </message>
    <message>
        <source>{state}; {count} notes</source>
        <translation>{state}; {count} notas</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>The next control, also through the diagram</source>
        <translation>O próximo controle, também dentro do diagrama</translation>
    </message>
    <message>
        <source>Zoom the diagram in and out, fit it</source>
        <translation>Ampliar e reduzir o diagrama, ajustá-lo</translation>
    </message>
    <message>
        <source>About Vazão</source>
        <translation>Sobre o Vazão</translation>
    </message>
    <message>
        <source>How requests flow through a Python web server: clients, uvicorn, its workers and the backlog.

MIT licence. Made with Qt for Python, SimPy and pyqtgraph; Inter and JetBrains Mono under the SIL Open Font License.</source>
        <translation>Como as requisições fluem por um servidor web em Python: clientes, uvicorn, seus workers e o backlog.

Licença MIT. Feito com Qt for Python, SimPy e pyqtgraph; Inter e JetBrains Mono sob a SIL Open Font License.</translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message>
        <source>Folder of your lessons</source>
        <translation>Pasta das suas lições</translation>
    </message>
    <message>
        <source>Forget the progress of all lessons?</source>
        <translation>Esquecer o progresso de todas as lições?</translation>
    </message>
    <message>
        <source>Predictions, stars and finished steps are gone then.</source>
        <translation>Previsões, estrelas e passos concluídos se perdem.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lições</translation>
    </message>
    <message>
        <source>{done} of {all} done</source>
        <translation>{done} de {all} feitas</translation>
    </message>
    <message>
        <source>Your lessons...</source>
        <translation>Suas lições...</translation>
    </message>
    <message>
        <source>Show the lessons of a folder of yours as well</source>
        <translation>Mostrar também as lições de uma pasta sua</translation>
    </message>
    <message>
        <source>Without your lessons</source>
        <translation>Sem as suas lições</translation>
    </message>
    <message>
        <source>Teacher mode...</source>
        <translation>Modo professor...</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Zerar tudo</translation>
    </message>
    <message>
        <source>Back to the diagram</source>
        <translation>Voltar ao diagrama</translation>
    </message>
    <message>
        <source>Write a lesson: simulate lesson check DIR says what is wrong with it, and it is read again as you save.</source>
        <translation>Escreva uma lição: simulate lesson check DIR diz o que há de errado com ela, e ela é relida quando você salva.</translation>
    </message>
</context>
<context>
    <name>SidePlace</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Open panels</source>
        <translation>Painéis abertos</translation>
    </message>
</context>
<context>
    <name>SpeedControl</name>
    <message>
        <source>Speed</source>
        <translation>Velocidade</translation>
    </message>
    <message>
        <source>Simulated seconds in a second of real time</source>
        <translation>Segundos simulados por segundo de tempo real</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Close the lesson</source>
        <translation>Fechar a lição</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>De novo</translation>
    </message>
    <message>
        <source>This step from its beginning</source>
        <translation>Este passo desde o começo</translation>
    </message>
    <message>
        <source>The step&apos;s text</source>
        <translation>O texto do passo</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Passo {number} de {count}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Concluir</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message numerus="yes">
        <source>{won} of %n star(s)</source>
        <translation>
            <numerusform>{won} de %n estrela</numerusform>
            <numerusform>{won} de %n estrelas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>{count} frames/s</source>
        <translation>{count} quadros/s</translation>
    </message>
    <message>
        <source>{reached} of {asked}</source>
        <translation>{reached} de {asked}</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>velocidade</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagem</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>encerradas</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>em andamento</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Tempo simulado</translation>
    </message>
    <message>
        <source>Simulated seconds in a second of real time: reached, and asked for</source>
        <translation>Segundos simulados por segundo de tempo real: alcançados e pedidos</translation>
    </message>
    <message>
        <source>Pictures of the diagram in a second</source>
        <translation>Imagens do diagrama por segundo</translation>
    </message>
    <message>
        <source>Requests sent</source>
        <translation>Requisições enviadas</translation>
    </message>
    <message>
        <source>Requests that ended, whatever their outcome</source>
        <translation>Requisições que terminaram, seja qual for o desfecho</translation>
    </message>
    <message>
        <source>Requests sent and not ended</source>
        <translation>Requisições enviadas e ainda não encerradas</translation>
    </message>
    <message>
        <source>limited by CPU</source>
        <translation>limitado pela CPU</translation>
    </message>
    <message>
        <source>This computer cannot simulate as fast as was asked for</source>
        <translation>Este computador não consegue simular tão rápido quanto foi pedido</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>Vary</source>
        <translation>Variar</translation>
    </message>
    <message>
        <source>and</source>
        <translation>e</translation>
    </message>
    <message>
        <source>Simulated time</source>
        <translation>Tempo simulado</translation>
    </message>
    <message>
        <source>replications</source>
        <translation>replicações</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Simulated time of each run</source>
        <translation>Tempo simulado de cada execução</translation>
    </message>
    <message>
        <source>Replications of each point</source>
        <translation>Replicações de cada ponto</translation>
    </message>
    <message>
        <source>Which figure is shown</source>
        <translation>Qual valor é mostrado</translation>
    </message>
    <message>
        <source>Start the sweep</source>
        <translation>Começar a varredura</translation>
    </message>
</context>
<context>
    <name>TeacherSettings</name>
    <message>
        <source>Lock parameters and knobs in lessons</source>
        <translation>Travar parâmetros e controles nas lições</translation>
    </message>
    <message>
        <source>Hide answers: predictions are kept, the gap is not shown</source>
        <translation>Esconder respostas: as previsões são guardadas, a diferença não aparece</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Escolher...</translation>
    </message>
    <message>
        <source>a file that all can reach</source>
        <translation>um arquivo que todos alcançam</translation>
    </message>
    <message>
        <source>Every prediction is added to it as a line, under the learner&apos;s name.</source>
        <translation>Cada previsão vira uma linha nele, com o nome do aluno.</translation>
    </message>
    <message>
        <source>The class&apos;s file</source>
        <translation>Arquivo da turma</translation>
    </message>
    <message>
        <source>Learner&apos;s name</source>
        <translation>Nome do aluno</translation>
    </message>
</context>
<context>
    <name>Throughput</name>
    <message>
        <source>Throughput</source>
        <translation>Vazão</translation>
    </message>
    <message>
        <source>requests/s, mean of {span}</source>
        <translation>requisições/s, média de {span}</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>goodput</source>
        <translation>vazão útil</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>capacidade</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>erros</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>workers</source>
        <translation>workers</translation>
    </message>
    <message>
        <source>arrival rate</source>
        <translation>taxa de chegada</translation>
    </message>
    <message>
        <source>users</source>
        <translation>usuários</translation>
    </message>
    <message>
        <source>I/O latency</source>
        <translation>latência de E/S</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>tempo de CPU</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>tipo da rota</translation>
    </message>
    <message>
        <source>think time</source>
        <translation>tempo de pensamento</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>paciência</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>prazo</translation>
    </message>
    <message>
        <source>mix of routes</source>
        <translation>mistura de rotas</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>etapas</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>núcleos</translation>
    </message>
    <message>
        <source>keep-alive</source>
        <translation>keep-alive</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ligado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desligado</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>bloqueante</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>vazão</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>drag to rewind</source>
        <translation>arraste para voltar</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>no passado</translation>
    </message>
    <message>
        <source>Before {time} only some instants are kept: the record is full</source>
        <translation>Antes de {time} só alguns instantes estão guardados: o registro está cheio</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>Linha do tempo</translation>
    </message>
    <message>
        <source>The past of the run in milliseconds. Left and Right rewind, End returns to the present.</source>
        <translation>O passado da execução em milissegundos. As setas voltam e avançam, End retorna ao presente.</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menu (F10)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>What is assumed, and what is left out</source>
        <translation>O que é suposto e o que fica de fora</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>vale</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>não vale</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>cedo demais</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sem resposta</translation>
    </message>
    <message>
        <source>No: a law does not hold. Please report this run.</source>
        <translation>Não: uma lei não vale. Por favor, relate esta execução.</translation>
    </message>
    <message>
        <source>Yes, for means and for p99.</source>
        <translation>Sim, para médias e para p99.</translation>
    </message>
    <message>
        <source>Yes, for means. Not yet for p99.</source>
        <translation>Sim, para médias. Ainda não para p99.</translation>
    </message>
    <message>
        <source>The laws hold. Its means are of this load only.</source>
        <translation>As leis valem. As médias são só desta carga.</translation>
    </message>
    <message>
        <source>So far nothing speaks against it; it is early for means.</source>
        <translation>Até aqui nada diz o contrário; ainda é cedo para médias.</translation>
    </message>
    <message>
        <source>Little&apos;s law</source>
        <translation>Lei de Little</translation>
    </message>
    <message>
        <source>Utilisation law</source>
        <translation>Lei da utilização</translation>
    </message>
    <message>
        <source>Conservation</source>
        <translation>Conservação</translation>
    </message>
    <message>
        <source>sent = finished + in flight</source>
        <translation>enviadas = encerradas + em andamento</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidade</translation>
    </message>
    <message>
        <source>throughput ≤ capacity</source>
        <translation>vazão ≤ capacidade</translation>
    </message>
    <message>
        <source>Mean response time</source>
        <translation>Tempo de resposta médio</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>intervalo de 95 %</translation>
    </message>
    <message>
        <source>p99 of the response time</source>
        <translation>p99 do tempo de resposta</translation>
    </message>
    <message>
        <source>enough answers beyond it</source>
        <translation>respostas suficientes acima dele</translation>
    </message>
    <message>
        <source>Theory</source>
        <translation>Teoria</translation>
    </message>
    <message>
        <source>mean response time, closed form</source>
        <translation>tempo médio, fórmula fechada</translation>
    </message>
    <message>
        <source>{rate}/s × {time} = {product}</source>
        <translation>{rate}/s × {time} = {product}</translation>
    </message>
    <message>
        <source>{rate}/s × {time} = {product}, and {before} from before</source>
        <translation>{rate}/s × {time} = {product}, mais {before} de antes</translation>
    </message>
    <message>
        <source>Many of them are still in flight.</source>
        <translation>Muitas delas ainda estão em andamento.</translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation>Nada foi respondido ainda.</translation>
    </message>
    <message>
        <source>{resource}: {rate}/s × {time} / {servers} = {share}</source>
        <translation>{resource}: {rate}/s × {time} / {servers} = {share}</translation>
    </message>
    <message>
        <source>{ended} + {in_flight} = {sum}</source>
        <translation>{ended} + {in_flight} = {sum}</translation>
    </message>
    <message>
        <source>capacity {per_s}/s, set by: {resource}</source>
        <translation>capacidade {per_s}/s, dada por: {resource}</translation>
    </message>
    <message>
        <source>Nothing that requests hold limits this server.</source>
        <translation>Nada que as requisições prendem limita este servidor.</translation>
    </message>
    <message>
        <source>± {half}, from {batches} batches of {count} answers</source>
        <translation>± {half}, de {batches} lotes de {count} respostas</translation>
    </message>
    <message>
        <source>{count} of {wanted} answers</source>
        <translation>{count} de {wanted} respostas</translation>
    </message>
    <message>
        <source>{beyond} of {wanted} answers beyond it</source>
        <translation>{beyond} de {wanted} respostas acima dele</translation>
    </message>
    <message>
        <source>{queue} says {expected}</source>
        <translation>{queue} diz {expected}</translation>
    </message>
    <message>
        <source>more of the run will tell</source>
        <translation>mais tempo de execução dirá</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processador</translation>
    </message>
    <message>
        <source>GIL</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>núcleos</translation>
    </message>
    <message>
        <source>pool of {service}</source>
        <translation>pool de {service}</translation>
    </message>
    <message>
        <source>service {service}</source>
        <translation>serviço {service}</translation>
    </message>
    <message>
        <source>faults act on the server</source>
        <translation>falhas agem sobre o servidor</translation>
    </message>
    <message>
        <source>the load changes with time</source>
        <translation>a carga muda com o tempo</translation>
    </message>
    <message>
        <source>more is asked for than can be answered</source>
        <translation>pede-se mais do que se pode responder</translation>
    </message>
    <message>
        <source>attempts without an answer used it too</source>
        <translation>tentativas sem resposta também o usaram</translation>
    </message>
    <message>
        <source>the server&apos;s own work varies</source>
        <translation>o trabalho próprio do servidor varia</translation>
    </message>
    <message>
        <source>while held it waits for the loop, the GIL or a core</source>
        <translation>enquanto preso, espera pelo laço, pelo GIL ou por um núcleo</translation>
    </message>
    <message>
        <source>routes with different kinds of handlers share a server</source>
        <translation>rotas com tipos diferentes de handler dividem o servidor</translation>
    </message>
    <message>
        <source>neither Poisson arrivals alone nor one closed group alone</source>
        <translation>nem só chegadas de Poisson, nem um só grupo fechado</translation>
    </message>
    <message>
        <source>requests take no time</source>
        <translation>as requisições não levam tempo</translation>
    </message>
    <message>
        <source>how many requests find a kept connection depends on the run</source>
        <translation>quantas requisições acham uma conexão mantida depende da execução</translation>
    </message>
    <message>
        <source>an asyncio worker takes all waiting connections at once, so there is no single queue</source>
        <translation>um worker asyncio pega de uma vez todas as conexões que esperam: não há uma fila única</translation>
    </message>
    <message>
        <source>a kept connection stays with its worker, so there is no single queue</source>
        <translation>uma conexão mantida fica com seu worker: não há uma fila única</translation>
    </message>
    <message>
        <source>a worker accepts before the request is there, so there is no single queue</source>
        <translation>um worker aceita antes de a requisição chegar: não há uma fila única</translation>
    </message>
    <message>
        <source>the workers share fewer cores</source>
        <translation>os workers dividem menos núcleos</translation>
    </message>
    <message>
        <source>requests come back to the loop after each wait</source>
        <translation>as requisições voltam ao laço depois de cada espera</translation>
    </message>
    <message>
        <source>threads that compute wait for the GIL</source>
        <translation>threads que computam esperam pelo GIL</translation>
    </message>
    <message>
        <source>each worker has a thread limiter, and so a queue, of its own</source>
        <translation>cada worker tem seu limitador de threads e, com ele, sua própria fila</translation>
    </message>
    <message>
        <source>of several servers theory knows the exponential service only</source>
        <translation>de vários servidores a teoria só conhece o serviço exponencial</translation>
    </message>
    <message>
        <source>users are still being added after the warm-up</source>
        <translation>usuários ainda entram depois do aquecimento</translation>
    </message>
    <message>
        <source>in a closed loop theory knows the exponential service only</source>
        <translation>em circuito fechado a teoria só conhece o serviço exponencial</translation>
    </message>
    <message>
        <source>theory has nothing for</source>
        <translation>a teoria não cobre</translation>
    </message>
    <message>
        <source>the scenario has</source>
        <translation>o cenário tem</translation>
    </message>
    <message>
        <source>the recording that it replays cannot be read any more</source>
        <translation>a gravação que ela reproduz não pode mais ser lida</translation>
    </message>
</context>
<context>
    <name>TrustPanel</name>
    <message>
        <source>Too early to tell: nothing has happened.</source>
        <translation>Cedo demais: nada aconteceu.</translation>
    </message>
    <message>
        <source>Can I believe this?</source>
        <translation>Posso acreditar nisto?</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confiança</translation>
    </message>
    <message>
        <source>What is assumed, and what is left out</source>
        <translation>O que é suposto e o que fica de fora</translation>
    </message>
    <message>
        <source>Assumptions and limits...</source>
        <translation>Suposições e limites...</translation>
    </message>
    <message>
        <source>Measured from {begin} to {end}: since the warm-up, or the last change.</source>
        <translation>Medido de {begin} a {end}: desde o aquecimento ou a última mudança.</translation>
    </message>
    <message>
        <source>Measured from the beginning to {end}.</source>
        <translation>Medido do início a {end}.</translation>
    </message>
</context>
<context>
    <name>TrustStateButton</name>
    <message>
        <source>Trust –</source>
        <translation>Confiança –</translation>
    </message>
    <message>
        <source>Trust {held} of {all}</source>
        <translation>Confiança {held} de {all}</translation>
    </message>
    <message>
        <source>Trust: too early to tell</source>
        <translation>Confiança: cedo demais para dizer</translation>
    </message>
    <message>
        <source>Trust: {held} of {all} laws hold</source>
        <translation>Confiança: {held} de {all} leis valem</translation>
    </message>
    <message>
        <source>, broken: {count}</source>
        <translation>, violadas: {count}</translation>
    </message>
    <message>
        <source>, too early for {count}</source>
        <translation>, cedo para {count}</translation>
    </message>
</context>
<context>
    <name>Unsaved</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Mudanças não salvas</translation>
    </message>
    <message>
        <source>Save the changes of &quot;{title}&quot;?</source>
        <translation>Salvar as mudanças de &quot;{title}&quot;?</translation>
    </message>
    <message>
        <source>A saved session is a scenario that plays back all that you changed.</source>
        <translation>Uma sessão salva é um cenário que repete tudo o que você mudou.</translation>
    </message>
</context>
<context>
    <name>Until</name>
    <message>
        <source>simulated time</source>
        <translation>tempo simulado</translation>
    </message>
    <message>
        <source>requests sent</source>
        <translation>requisições enviadas</translation>
    </message>
    <message>
        <source>requests that ended</source>
        <translation>requisições encerradas</translation>
    </message>
    <message>
        <source>requests answered</source>
        <translation>requisições respondidas</translation>
    </message>
    <message>
        <source>requests without success</source>
        <translation>requisições sem sucesso</translation>
    </message>
    <message>
        <source>requests in flight</source>
        <translation>requisições em andamento</translation>
    </message>
    <message>
        <source>wait to be accepted</source>
        <translation>esperam ser aceitas</translation>
    </message>
    <message>
        <source>wait for an event loop</source>
        <translation>esperam um laço de eventos</translation>
    </message>
    <message>
        <source>wait for a thread</source>
        <translation>esperam uma thread</translation>
    </message>
    <message>
        <source>wait for a connection</source>
        <translation>esperam uma conexão</translation>
    </message>
    <message>
        <source>wait for a service</source>
        <translation>esperam um serviço</translation>
    </message>
    <message>
        <source>orphans at the server</source>
        <translation>órfãs no servidor</translation>
    </message>
    <message>
        <source>workers that serve</source>
        <translation>workers que atendem</translation>
    </message>
    <message>
        <source>throughput, last second</source>
        <translation>vazão, último segundo</translation>
    </message>
    <message>
        <source>errors, last second</source>
        <translation>erros, último segundo</translation>
    </message>
    <message>
        <source>of the loops, 0 to 1</source>
        <translation>dos laços, de 0 a 1</translation>
    </message>
    <message>
        <source>median response time</source>
        <translation>tempo de resposta mediano</translation>
    </message>
    <message>
        <source>95 % were quicker</source>
        <translation>95 % foram mais rápidas</translation>
    </message>
    <message>
        <source>99 % were quicker</source>
        <translation>99 % foram mais rápidas</translation>
    </message>
    <message>
        <source>The run has come to {now} s already: give a later instant.</source>
        <translation>A execução já chegou a {now} s: indique um instante posterior.</translation>
    </message>
    <message>
        <source>An instant is a time such as 90s, 1.5min, or +10s from now.</source>
        <translation>Um instante é um tempo como 90s, 1,5min ou +10s a partir de agora.</translation>
    </message>
    <message>
        <source>A number of requests is a whole number from 1 to 1,000,000,000.</source>
        <translation>Um número de requisições é um inteiro de 1 a 1.000.000.000.</translation>
    </message>
    <message>
        <source>Write a condition such as accept_queue &gt; 50.</source>
        <translation>Escreva uma condição como accept_queue &gt; 50.</translation>
    </message>
    <message>
        <source>This condition is too long.</source>
        <translation>Esta condição é longa demais.</translation>
    </message>
    <message>
        <source>There is no figure &quot;{word}&quot;.</source>
        <translation>Não existe a grandeza &quot;{word}&quot;.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is no unit: us, ms, s, min, h or %.</source>
        <translation>&quot;{word}&quot; não é unidade: us, ms, s, min, h ou %.</translation>
    </message>
    <message>
        <source>The sign &quot;{word}&quot; means nothing here.</source>
        <translation>O sinal &quot;{word}&quot; não significa nada aqui.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; cannot stand here.</source>
        <translation>&quot;{word}&quot; não pode estar aqui.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Falta algo no fim.</translation>
    </message>
    <message>
        <source>A bracket is opened and not closed.</source>
        <translation>Um parêntese foi aberto e não foi fechado.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; is a number: compare it, as in {word} &gt; 50.</source>
        <translation>&quot;{word}&quot; é um número: compare-o, como em {word} &gt; 50.</translation>
    </message>
    <message>
        <source>&quot;{word}&quot; begins a comparison, where a number is needed.</source>
        <translation>&quot;{word}&quot; inicia uma comparação onde é preciso um número.</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation>Você quis dizer {near}?</translation>
    </message>
    <message>
        <source>until {goal}</source>
        <translation>até {goal}</translation>
    </message>
    <message>
        <source>Stopped at {time} s, as asked</source>
        <translation>Parou em {time} s, como pedido</translation>
    </message>
    <message>
        <source>Stopped at {time} s: {goal} ({figures})</source>
        <translation>Parou em {time} s: {goal} ({figures})</translation>
    </message>
    <message>
        <source>Stopped at {time} s: nothing more happens ({figures})</source>
        <translation>Parou em {time} s: nada mais acontece ({figures})</translation>
    </message>
    <message>
        <source>messages in the queue</source>
        <translation>mensagens na fila</translation>
    </message>
</context>
<context>
    <name>UntilDialog</name>
    <message>
        <source>Run until...</source>
        <translation>Rodar até...</translation>
    </message>
    <message>
        <source>An instant of simulated time</source>
        <translation>Um instante do tempo simulado</translation>
    </message>
    <message>
        <source>A number of requests</source>
        <translation>Um número de requisições</translation>
    </message>
    <message>
        <source>A condition becomes true</source>
        <translation>Uma condição se torna verdadeira</translation>
    </message>
    <message>
        <source>Which requests count</source>
        <translation>Quais requisições contam</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviadas</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>encerradas</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>concluídas</translation>
    </message>
    <message>
        <source>A condition compares these with &gt; &gt;= &lt; &lt;= == != and joins with and, or, not:</source>
        <translation>Uma condição compara estas com &gt; &gt;= &lt; &lt;= == != e as une com and, or, not (e, ou, não):</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Rodar</translation>
    </message>
</context>
<context>
    <name>VaryRow</name>
    <message>
        <source>nothing more</source>
        <translation>nada mais</translation>
    </message>
    <message>
        <source>What varies</source>
        <translation>O que varia</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Such as 1,2,4,8 or 1..32 or 10ms..200ms:5</source>
        <translation>Como 1,2,4,8 ou 1..32 ou 10ms..200ms:5</translation>
    </message>
    <message>
        <source>Price of one more</source>
        <translation>Preço de um a mais</translation>
    </message>
    <message>
        <source>price</source>
        <translation>preço</translation>
    </message>
    <message>
        <source>What one more costs; without prices the first key weighs most</source>
        <translation>Quanto custa um a mais; sem preços, a primeira chave pesa mais</translation>
    </message>
</context>
<context>
    <name>Waits</name>
    <message>
        <source>Where requests wait</source>
        <translation>Onde as requisições esperam</translation>
    </message>
    <message>
        <source>requests, mean of {span}</source>
        <translation>quantas, média de {span}</translation>
    </message>
    <message>
        <source>network</source>
        <translation>rede</translation>
    </message>
    <message>
        <source>Backlog (accept queue)</source>
        <translation>Backlog (fila de aceitação)</translation>
    </message>
    <message>
        <source>accept queue</source>
        <translation>fila de aceitação</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>aceitação</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>laço</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>threads</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>pool</translation>
    </message>
    <message>
        <source>services and I/O</source>
        <translation>serviços e E/S</translation>
    </message>
    <message>
        <source>service</source>
        <translation>serviço</translation>
    </message>
    <message>
        <source>GIL and cores</source>
        <translation>GIL e núcleos</translation>
    </message>
    <message>
        <source>Backlog (message queue)</source>
        <translation>Backlog (fila de mensagens)</translation>
    </message>
    <message>
        <source>broker</source>
        <translation>broker</translation>
    </message>
</context>
<context>
    <name>WorkerStrip</name>
    <message>
        <source>loop held, % of {span}</source>
        <translation>laço ocupado, % de {span}</translation>
    </message>
    <message>
        <source>Utilisation per worker</source>
        <translation>Utilização por worker</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>média</translation>
    </message>
    <message>
        <source>busiest</source>
        <translation>mais ocupado</translation>
    </message>
    <message>
        <source>idlest</source>
        <translation>mais livre</translation>
    </message>
</context>
</TS>
